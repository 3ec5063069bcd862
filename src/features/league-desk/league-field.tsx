import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { fieldId } from '../../shell/step-form/step-plan';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { TextInput } from '../../ui/field/text-input';
import { Switch } from '../../ui/switch/switch';
import type { LeagueForm } from './league-form';
import type { LeagueEditor } from './use-league-editor';
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

/** Fields that hold what was typed, as it was typed. */
type TextPath = {
  [Path in keyof LeagueForm]: string extends LeagueForm[Path] ? Path : never;
}[keyof LeagueForm];

interface TypedProps extends Omit<LeagueFieldProps, 'children'> {
  path: TextPath;
  placeholder?: string;
  maxLength?: number;
}

/** A line of text, or a whole number. */
export function LeagueLine({
  placeholder,
  maxLength = 40,
  number = false,
  ...field
}: TypedProps & { number?: boolean }) {
  const { editor, path, label } = field;
  return (
    <LeagueField {...field}>
      <TextInput
        key={editor.revision}
        initial={editor.form[path]}
        label={label}
        maxLength={number ? 4 : maxLength}
        keyboard={number ? 'number' : 'text'}
        onType={(text) => editor.fill({ [path]: text })}
        testId={path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </LeagueField>
  );
}

/** Several lines of text. */
export function LeagueText({ placeholder, maxLength = 2_000, ...field }: TypedProps) {
  const { editor, path, label } = field;
  return (
    <LeagueField {...field}>
      <TextArea
        key={editor.revision}
        initial={editor.form[path]}
        label={label}
        maxLength={maxLength}
        onType={(text) => editor.fill({ [path]: text })}
        testId={path}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </LeagueField>
  );
}

/** A date and a time. */
export function LeagueMoment(field: Omit<TypedProps, 'placeholder' | 'maxLength'>) {
  const { editor, path, label } = field;
  return (
    <LeagueField {...field}>
      <DateTime
        value={editor.form[path]}
        label={label}
        onChange={(text) => editor.fill({ [path]: text })}
        testId={path}
      />
    </LeagueField>
  );
}

interface SwitchProps {
  editor: LeagueEditor;
  path: 'double' | 'firstThree' | 'final' | 'finalThree';
  title: string;
  note: string;
}

/** Something that is or is not so in this league. */
export function LeagueSwitch({ editor, path, title, note }: SwitchProps) {
  return (
    <View className="league-switch">
      <Switch
        title={title}
        note={note}
        on={editor.form[path]}
        onChange={(on) => editor.fill({ [path]: on })}
        testId={path}
      />
    </View>
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
