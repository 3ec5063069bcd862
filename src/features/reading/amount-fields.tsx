import { View } from '@tarojs/components';
import type { DailyRule } from '../../../types/contract';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { Stepper } from '../../ui/stepper/stepper';
import { Switch } from '../../ui/switch/switch';
import { type Draft, MINUTES_MOST, NOTE_MOST, PAGES_MOST } from './draft';
import './check-in.css';

const STEP = 5;

export type Words = Pick<Draft, 'minutes' | 'pages' | 'note' | 'shared'>;

interface FieldsProps<D extends Words> {
  draft: D;
  kind: DailyRule['kind'];
  onChange: (change: Partial<Words>) => void;
}

/** How long and how far; what the rule asks for comes first. */
export function AmountFields<D extends Words>({ draft, kind, onChange }: FieldsProps<D>) {
  const minutes = (
    <Field key="minutes" label="读了多久" optional={kind !== 'minutes'}>
      <Stepper
        value={draft.minutes}
        least={0}
        most={MINUTES_MOST}
        by={STEP}
        label="分钟"
        unit="分钟"
        onChange={(value) => onChange({ minutes: value })}
        testId="minutes"
      />
    </Field>
  );
  const pages = (
    <Field key="pages" label="读了几页" optional={kind !== 'pages'}>
      <Stepper
        value={draft.pages}
        least={0}
        most={PAGES_MOST}
        by={STEP}
        label="页数"
        unit="页"
        onChange={(value) => onChange({ pages: value })}
        testId="pages"
      />
    </Field>
  );
  return <>{kind === 'pages' ? [pages, minutes] : [minutes, pages]}</>;
}

interface NoteProps {
  draft: Words;
  /** Characters that the rule asks for; absent: none. */
  least?: number | undefined;
  onChange: (change: Partial<Words>) => void;
  onShare: (shared: boolean) => void;
}

/** A thought, and whether others may read it. */
export function NoteFields({ draft, least, onChange, onShare }: NoteProps) {
  const written = [...draft.note.trim()].length;
  const empty = written === 0;
  return (
    <>
      <Field label="随感" optional={least === undefined}>
        <TextArea
          initial={draft.note}
          label="随感"
          placeholder="哪一句让你停了一下"
          maxLength={NOTE_MOST}
          onType={(note) => onChange({ note })}
          testId="note"
        />
        <View className="note number note-count">
          {least === undefined || least < 2 ? '' : `至少 ${least} 字 · `}
          {written} / {NOTE_MOST}
        </View>
      </Field>
      <Switch
        title="分享给大家"
        note={empty ? '写了随感才能分享' : draft.shared ? '审核通过后，大家在随感里能看到' : '只有自己看得到'}
        on={draft.shared && !empty}
        onChange={(shared) => {
          if (!empty) onShare(shared);
        }}
        testId="share"
      />
    </>
  );
}
