import type { Question } from '../../../types/contract/activity';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';

interface QuestionFieldProps {
  question: Question;
  typed: string;
  fault: string | undefined;
  onAnswer: (text: string) => void;
}

function Control({ question, typed, onAnswer }: Omit<QuestionFieldProps, 'fault'>) {
  switch (question.kind) {
    case 'choice':
      return (
        <Choice
          options={question.options.map((option) => ({ value: option, title: option }))}
          chosen={typed}
          onChoose={onAnswer}
        />
      );
    case 'text':
      return (
        <TextInput
          initial={typed}
          label={question.label}
          maxLength={question.maxLength}
          onType={onAnswer}
          testId={question.id}
        />
      );
    case 'number':
      return (
        <TextInput
          initial={typed}
          label={question.label}
          placeholder={`${question.min} 到 ${question.max}`}
          maxLength={9}
          keyboard="number"
          onType={onAnswer}
          testId={question.id}
        />
      );
    case 'phone':
      return (
        <TextInput
          initial={typed}
          label={question.label}
          placeholder="11 位手机号"
          maxLength={11}
          keyboard="number"
          onType={onAnswer}
          testId={question.id}
        />
      );
    default:
      return question satisfies never;
  }
}

/** One of the organizer's own questions. */
export function QuestionField({ question, typed, fault, onAnswer }: QuestionFieldProps) {
  return (
    <Field label={question.label} optional={!question.required} fault={fault}>
      <Control question={question} typed={typed} onAnswer={onAnswer} />
    </Field>
  );
}
