import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { TextInput } from '../../ui/field/text-input';
import { fieldId, type LeagueEditor } from './use-league-editor';
import './edit.css';

interface LeagueFieldProps {
  editor: LeagueEditor;
  /** The field's path, by which its faults find it. */
  path: string;
  label: string;
  optional?: boolean;
  note?: string;
  children: ReactNode;
}

/** One field of the league at its place: its name, a word on what it means, and what is wrong with it. */
export function LeagueField({ editor, path, label, optional, note, children }: LeagueFieldProps) {
  return (
    <View id={fieldId(path)} className="league-field">
      <Field label={label} fault={editor.faults[path]} {...(optional ? { optional } : {})}>
        {children}
        {note !== undefined && <View className="note league-field__note">{note}</View>}
      </Field>
    </View>
  );
}

interface LineProps extends Omit<LeagueFieldProps, 'children'> {
  value: string;
  onType: (text: string) => void;
  placeholder?: string;
  maxLength?: number;
}

/** A line of text, or a whole number. */
export function LeagueLine({
  value,
  onType,
  placeholder,
  maxLength = 40,
  number = false,
  ...field
}: LineProps & { number?: boolean }) {
  return (
    <LeagueField {...field}>
      <TextInput
        key={field.editor.revision}
        initial={value}
        label={field.label}
        maxLength={number ? 4 : maxLength}
        keyboard={number ? 'number' : 'text'}
        onType={onType}
        testId={field.path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </LeagueField>
  );
}

/** Several lines of text. */
export function LeagueText({ value, onType, placeholder, maxLength = 2_000, ...field }: LineProps) {
  return (
    <LeagueField {...field}>
      <TextArea
        key={field.editor.revision}
        initial={value}
        label={field.label}
        maxLength={maxLength}
        onType={onType}
        testId={field.path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </LeagueField>
  );
}

/** A date and a time. */
export function LeagueMoment({ value, onType, ...field }: Omit<LineProps, 'placeholder' | 'maxLength'>) {
  return (
    <LeagueField {...field}>
      <DateTime value={value} label={field.label} onChange={onType} testId={field.path} />
    </LeagueField>
  );
}

/** What cannot be changed any more: it stands there as it is, with the reason. */
export function LeagueFixed({ label, why, children }: { label: string; why: string; children: ReactNode }) {
  return (
    <Field label={label}>
      <View className="league-fixed">{children}</View>
      <View className="note league-field__note">{why}</View>
    </Field>
  );
}
