import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { TextInput } from '../../ui/field/text-input';
import './desk.css';

interface DeskFieldProps {
  label: string;
  fault: string | undefined;
  optional?: boolean;
  note?: string;
  children: ReactNode;
}

/** One field of a form: its name, a word on what it means, and what is wrong with it. */
export function DeskField({ label, fault, optional, note, children }: DeskFieldProps) {
  return (
    <Field label={label} fault={fault} {...(optional ? { optional } : {})}>
      {children}
      {note !== undefined && <View className="note desk-field__note">{note}</View>}
    </Field>
  );
}

interface LineProps extends Omit<DeskFieldProps, 'children'> {
  value: string;
  onType: (text: string) => void;
  placeholder?: string;
  maxLength?: number;
  testId: string;
}

/** A line of text, or a whole number. */
export function DeskLine({
  value,
  onType,
  placeholder,
  maxLength = 60,
  testId,
  number = false,
  ...field
}: LineProps & { number?: boolean }) {
  return (
    <DeskField {...field}>
      <TextInput
        initial={value}
        label={field.label}
        maxLength={maxLength}
        keyboard={number ? 'number' : 'text'}
        onType={onType}
        testId={testId}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </DeskField>
  );
}

/** Several lines of text. */
export function DeskText({ value, onType, placeholder, maxLength = 2_000, testId, ...field }: LineProps) {
  return (
    <DeskField {...field}>
      <TextArea
        initial={value}
        label={field.label}
        maxLength={maxLength}
        onType={onType}
        testId={testId}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </DeskField>
  );
}

/** A date and a time. */
export function DeskMoment({ value, onType, testId, ...field }: Omit<LineProps, 'placeholder' | 'maxLength'>) {
  return (
    <DeskField {...field}>
      <DateTime value={value} label={field.label} onChange={onType} testId={testId} />
    </DeskField>
  );
}
