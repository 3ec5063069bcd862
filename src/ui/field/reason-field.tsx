import { View } from '@tarojs/components';
import { Field } from './field';
import { TextArea } from './text-area';

interface ReasonFieldProps {
  /** Who reads it. */
  note: string;
  initial?: string;
  placeholder?: string;
  optional?: boolean;
  missing: boolean;
  onType: (words: string) => void;
}

/** Why something is done to people, in words that they or the log will show. */
export function ReasonField({ note, initial = '', placeholder, optional, missing, onType }: ReasonFieldProps) {
  return (
    <View className="reason">
      <Field label="原因" fault={missing ? '请写明原因' : undefined} {...(optional ? { optional } : {})}>
        <TextArea
          initial={initial}
          label="原因"
          maxLength={100}
          // A line, wherever it is shown.
          onType={(words) => onType(words.replace(/\p{Cc}+/gu, ' '))}
          testId="reason"
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        <View className="note reason__note">{note}</View>
      </Field>
    </View>
  );
}
