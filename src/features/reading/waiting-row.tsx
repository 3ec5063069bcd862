import { View } from '@tarojs/components';
import { amountWords } from '../../../domain/wording/reading';
import type { Instant } from '../../../types/vocabulary';
import { dropWaiting, sendWaiting, useWaiting } from '../../cloud/waiting';
import type { Waiting } from '../../cloud/waiting-list';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { draftOfSent } from './draft';
import { keepDraft, keptDraft } from './drafts';
import { waitingWords } from './waiting-lines';
import './mine.css';

function Steps({ waiting }: { waiting: Waiting }) {
  const { sending } = useWaiting();
  const { id, input, title, told } = waiting;
  if (!told) {
    return (
      <Button small busy={sending} onPress={() => void sendWaiting()} testId="send-now">
        现在送
      </Button>
    );
  }
  if (told.kind === 'counted') {
    return (
      <Button small onPress={() => dropWaiting(id)} testId="seen">
        知道了
      </Button>
    );
  }
  const again = (): void => {
    keepDraft(input.challengeId, draftOfSent(input, title));
    dropWaiting(id);
    go.readingCheckIn(input.challengeId);
  };
  return (
    <>
      {keptDraft(input.challengeId) === undefined && (
        <Button small onPress={again} testId="to-draft">
          放回草稿，今天打
        </Button>
      )}
      <Button small kind="danger" onPress={() => dropWaiting(id)} testId="drop">
        删掉
      </Button>
    </>
  );
}

/** A check-in that others have not got yet, whole: its words are nowhere else. */
export function WaitingRow({ waiting, now }: { waiting: Waiting; now: Instant }) {
  const { id, input, title, told } = waiting;
  const words = waitingWords(waiting, now);
  const amounts = amountWords(input);
  return (
    <View
      className="mine-row pad stack stack--tight"
      role="status"
      data-testid={`waiting-${told?.kind ?? 'on'}`}
      key={id}
    >
      <View className="strong number">{words.title}</View>
      <View className="note number">{words.text}</View>
      {amounts !== '' && <View className="number">{amounts}</View>}
      {title !== undefined && <View className="note">{title}</View>}
      {input.note !== '' && <View>{input.note}</View>}
      <View className="row">
        <Steps waiting={waiting} />
      </View>
    </View>
  );
}
