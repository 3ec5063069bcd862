import { Text, View } from '@tarojs/components';
import { fieldId } from '../../shell/step-form/step-plan';
import { Button } from '../../ui/button/button';
import { Pills } from '../../ui/pills/pills';
import { Switch } from '../../ui/switch/switch';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanField, PlanLine, PlanNumber, PlanText } from './plan-field';
import { newQuestion, nextNumber, type QuestionForm, type QuestionKind } from './plan-form';
import { planGroup } from './plan-group';
import { RemovePress } from './remove-press';

const KINDS: readonly { value: QuestionKind; words: string }[] = [
  { value: 'text', words: '文字' },
  { value: 'choice', words: '单选' },
  { value: 'number', words: '数字' },
  { value: 'phone', words: '手机号' },
];

interface QuestionProps {
  editor: PlanEditor;
  question: QuestionForm;
  onChange: (part: Partial<QuestionForm>) => void;
}

/** What only this kind of question needs. */
function OfKind({ editor, question, onChange }: QuestionProps) {
  const path = `questions.${question.id}`;
  switch (question.kind) {
    case 'text':
      return (
        <PlanNumber
          editor={editor}
          path={`${path}.maxLength`}
          label="最多几个字"
          value={question.maxLength}
          onType={(maxLength) => onChange({ maxLength })}
        />
      );
    case 'choice':
      return (
        <PlanText
          editor={editor}
          path={`${path}.options`}
          label="选项"
          note="一行一个"
          value={question.options}
          onType={(options) => onChange({ options })}
        />
      );
    case 'number':
      return (
        <View id={fieldId(`${path}.range`)}>
          <View className="edit-pair">
            <PlanNumber
              editor={editor}
              path={`${path}.min`}
              label="最小"
              value={question.min}
              onType={(min) => onChange({ min })}
            />
            <PlanNumber
              editor={editor}
              path={`${path}.max`}
              label="最大"
              value={question.max}
              onType={(max) => onChange({ max })}
            />
          </View>
          {editor.faults[`${path}.range`] && <View className="field__fault">{editor.faults[`${path}.range`]}</View>}
        </View>
      );
    case 'phone':
      return null;
    default:
      return question.kind satisfies never;
  }
}

function QuestionCard({
  editor,
  question,
  onChange,
  at,
  onRemove,
}: QuestionProps & { at: number; onRemove: () => void }) {
  const path = `questions.${question.id}`;
  return (
    <View className="card edit-card">
      <View className="row row--apart">
        <Text className="strong">问题 {at}</Text>
        <RemovePress words="删除" onRemove={onRemove} testId={`${path}.remove`} />
      </View>
      <PlanLine
        editor={editor}
        path={`${path}.label`}
        label="问什么"
        placeholder="散场班车坐到哪里"
        maxLength={PLAN_LIMITS.questionLabel}
        value={question.label}
        onType={(label) => onChange({ label })}
      />
      <PlanField editor={editor} path={`${path}.kind`} label="怎么答">
        <Pills options={KINDS} chosen={[question.kind]} onPress={(kind) => onChange({ kind })} />
      </PlanField>
      <OfKind editor={editor} question={question} onChange={onChange} />
      <View className="plan-field">
        <Switch
          title="必须回答"
          on={question.required}
          onChange={(required) => onChange({ required })}
          testId={`${path}.required`}
        />
      </View>
    </View>
  );
}

function EditQuestionsGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  const { questions } = form;
  return (
    <View className="edit-group" id={fieldId('questions')}>
      <View className="title">报名时的问题</View>
      {questions.length === 0 && <View className="note">不问也可以，姓名、电话和单位本来就有</View>}
      {editor.faults.questions && <View className="field__fault">{editor.faults.questions}</View>}
      <View className="stack edit-group__cards">
        {questions.map((question, at) => (
          <QuestionCard
            key={question.id}
            editor={editor}
            question={question}
            at={at + 1}
            onChange={(part) =>
              fill({ questions: questions.map((each) => (each.id === question.id ? { ...each, ...part } : each)) })
            }
            onRemove={() => fill({ questions: questions.filter(({ id }) => id !== question.id) })}
          />
        ))}
        {questions.length < PLAN_LIMITS.questions && (
          <Button
            onPress={() => fill({ questions: [...questions, newQuestion(nextNumber('q', editor.spentQuestions))] })}
            testId="questions.add"
          >
            加一个问题
          </Button>
        )}
      </View>
    </View>
  );
}

/** What everybody is asked who signs up. */
export const EditQuestions = planGroup(EditQuestionsGroup, ['questions'], ['questions']);
