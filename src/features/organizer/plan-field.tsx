import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { fieldId } from '../../shell/step-form/step-plan';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { TextInput } from '../../ui/field/text-input';
import { Switch } from '../../ui/switch/switch';
import type { PlanEditor } from './plan-editor';
import './edit.css';

interface PlanFieldProps {
  editor: PlanEditor;
  /** The field's path, by which its faults find it. */
  path: string;
  label: string;
  optional?: boolean;
  note?: string;
  children: ReactNode;
}

/** One field of the plan at its place: its name, a word on what it means, and what is wrong with it. */
export function PlanField({ editor, path, label, optional, note, children }: PlanFieldProps) {
  return (
    <View id={fieldId(path)} className="plan-field">
      <Field label={label} fault={editor.faults[path]} {...(optional ? { optional } : {})}>
        {children}
        {note !== undefined && <View className="note plan-field__note">{note}</View>}
      </Field>
    </View>
  );
}

interface LineProps extends Omit<PlanFieldProps, 'children'> {
  value: string;
  onType: (text: string) => void;
  placeholder?: string;
  maxLength?: number;
}

/** A line of text. */
export function PlanLine({ value, onType, placeholder, maxLength = 40, ...field }: LineProps) {
  return (
    <PlanField {...field}>
      <TextInput
        key={field.editor.revision}
        initial={value}
        label={field.label}
        maxLength={maxLength}
        onType={onType}
        testId={field.path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </PlanField>
  );
}

/** A whole number. */
export function PlanNumber({ value, onType, placeholder, ...field }: LineProps) {
  return (
    <PlanField {...field}>
      <TextInput
        key={field.editor.revision}
        initial={value}
        label={field.label}
        maxLength={6}
        keyboard="number"
        onType={onType}
        testId={field.path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </PlanField>
  );
}

/** Several lines of text. */
export function PlanText({ value, onType, placeholder, maxLength = 2_000, ...field }: LineProps) {
  return (
    <PlanField {...field}>
      <TextArea
        key={field.editor.revision}
        initial={value}
        label={field.label}
        maxLength={maxLength}
        onType={onType}
        testId={field.path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </PlanField>
  );
}

interface SwitchFieldProps extends Omit<PlanFieldProps, 'children' | 'optional'> {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Something that is or is not so. */
export function PlanSwitch({ editor, path, label, note, on, onChange }: SwitchFieldProps) {
  const fault = editor.faults[path];
  return (
    <View id={fieldId(path)} className="plan-field">
      <Switch title={label} on={on} onChange={onChange} testId={path} {...(note === undefined ? {} : { note })} />
      {fault !== undefined && <View className="field__fault">{fault}</View>}
    </View>
  );
}

/** A date and a time. */
export function PlanMoment({ value, onType, ...field }: LineProps) {
  return (
    <PlanField {...field}>
      <DateTime value={value} label={field.label} onChange={onType} testId={field.path} />
    </PlanField>
  );
}
