import { Text, View } from '@tarojs/components';
import { answerBy, countdown } from '../../../domain/wording/dates';
import { companionWords } from '../../../domain/wording/registration';
import type { MyRegistration } from '../../../types/contract/registration';
import { isUnsure } from '../../cloud/command';
import { useSteps } from '../../cloud/use-now';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { SlipBody } from '../../ui/slip/slip';
import { useAccept } from './use-offer';

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

/** What is left of the time to answer: to the second in the last hour. */
function Countdown({ until }: { until: number }) {
  const now = useSteps(SECOND_MS);
  const left = until - now;
  return (
    <>
      <View className="large number" data-testid="countdown">
        {countdown(until, now)}
      </View>
      <View className={`number${left < HOUR_MS ? ' strong' : ''}`} data-testid="answer-by">
        <Text className="ticket__phrase">{answerBy(until, now)}，</Text>
        <Text className="ticket__phrase">过了就给下一位</Text>
      </View>
    </>
  );
}

interface OfferProps {
  registration: MyRegistration;
  onDecline: () => void;
}

/** A place is held for them: the one bold thing is to take it, before the time runs out. */
export function Offer({ registration, onDecline }: OfferProps) {
  const { offerUntil, companions } = registration;
  const { accept, busy, refused } = useAccept(registration);
  return (
    <SlipBody loose testId="offered">
      <View className="title mine">轮到你了，有名额</View>
      {offerUntil !== undefined && <Countdown until={offerUntil} />}
      {companions > 0 && <View className="note">{companionWords(companions)}的名额一起留着</View>}
      <View className="ticket__steps">
        {refused && <FailureLine refused={refused} />}
        <Button kind="primary" busy={busy} onPress={() => void accept()} testId="accept">
          {refused && isUnsure(refused.refusal) ? '再试一次' : '确认参加'}
        </Button>
        <Button kind="quiet" disabled={busy} onPress={onDecline} testId="decline">
          不去了，让给下一位
        </Button>
      </View>
    </SlipBody>
  );
}
