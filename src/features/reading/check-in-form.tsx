import { View } from '@tarojs/components';
import { useState } from 'react';
import { ruleWords } from '../../../domain/wording/reading-today';
import type { Book, ChallengeCard, SeenAs } from '../../../types/contract';
import type { CheckInRefused } from '../../cloud/waiting-list';
import { FailureLine } from '../../shell/failure';
import { PhotoField } from '../../shell/photo-field/photo-field';
import { SendButton } from '../../shell/photo-field/send-button';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { AmountFields, NoteFields } from './amount-fields';
import { BookSheet } from './book-sheet';
import { CheckInDone } from './check-in-done';
import { type Draft, draftFault } from './draft';
import { NameSheet } from './name-sheet';
import { type Drafting, useCheckIn, useDraft } from './use-check-in';
import './check-in.css';

export interface FormProps {
  challenge: ChallengeCard;
  /** With the last book and the usual amount, or what was begun before. */
  initial: Draft;
  last: readonly Book[];
  listed: readonly Book[] | undefined;
  seenAs: SeenAs;
  /** Where photos go; absent: none are taken. */
  folder: string | undefined;
}

function BookPick({ draft, change, last, listed }: Drafting & Pick<FormProps, 'last' | 'listed'>) {
  const [open, setOpen] = useState(false);
  return (
    <Field label="读的书" optional={listed === undefined}>
      <Press className="book-pick" onPress={() => setOpen(true)} testId="pick-book">
        <View className="row">
          <Icon name="book" />
          <View className="grow">{draft.book?.title ?? '选一本'}</View>
          <Icon name="forward" small />
        </View>
      </Press>
      {open && (
        <BookSheet
          last={last}
          listed={listed}
          onChoose={(book) => {
            change({ book });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Field>
  );
}

interface WrongProps {
  refused: CheckInRefused | undefined;
  fault: string | undefined;
  onName: () => void;
}

/** Why it was not made, and what helps. */
function Wrong({ refused, fault, onName }: WrongProps) {
  return (
    <>
      {refused && <FailureLine refused={refused} />}
      {refused?.refusal === 'NO_NAME' && (
        <Button onPress={onName} testId="choose-name">
          选个称呼
        </Button>
      )}
      {fault !== undefined && (
        <View className="field__fault" role="alert" data-testid="fault">
          {fault}
        </View>
      )}
    </>
  );
}

/** Today's check-in: filled in as on most days, so that one more tap makes it. */
export function CheckInForm({ challenge, initial, last, listed, seenAs, folder }: FormProps) {
  const { id, rule, title } = challenge;
  const { draft, change, settle } = useDraft(id, initial);
  const { busy, refused, made, make } = useCheckIn(id);
  const [naming, setNaming] = useState(false);
  const [named, setNamed] = useState(seenAs !== 'nobody');
  const [fault, setFault] = useState<string>();
  if (made) return <CheckInDone made={made} rule={rule} />;
  const share = (shared: boolean): void => {
    if (shared && !named) setNaming(true);
    else change({ shared });
  };
  const send = (): void => {
    const wrong = draftFault(draft, listed);
    setFault(wrong);
    if (wrong === undefined) void make(draft, settle);
  };
  return (
    <View className="check-in pad" data-testid="check-in-form">
      <View className="note number">
        {title} · {ruleWords(rule)}
      </View>
      <BookPick draft={draft} change={change} last={last} listed={listed} />
      <AmountFields draft={draft} kind={rule.kind} onChange={change} />
      <NoteFields
        draft={draft}
        least={rule.kind === 'note' ? rule.least : undefined}
        onChange={change}
        onShare={share}
      />
      {folder !== undefined && (
        <PhotoField folder={folder} photos={draft.photos} onChange={(photos) => change({ photos })} />
      )}
      <Wrong refused={refused} fault={fault} onName={() => setNaming(true)} />
      <Bar>
        <SendButton busy={busy} onPress={send} testId="send">
          完成
        </SendButton>
      </Bar>
      {naming && (
        <NameSheet
          onNamed={() => {
            setNamed(true);
            setNaming(false);
            change({ shared: true });
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </View>
  );
}
