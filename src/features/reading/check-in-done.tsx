import { Text, View } from '@tarojs/components';
import { BADGE_WORDS } from '../../../domain/wording/reading';
import { cardWords, checkInOf, todayWords } from '../../../domain/wording/reading-today';
import type { CheckedIn, DailyRule } from '../../../types/contract';
import { serverNow } from '../../cloud/clock';
import { dayOfWaiting } from '../../cloud/waiting-list';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Shelf } from './shelf';
import type { Made } from './use-check-in';
import './check-in.css';

function Done({ value, rule }: { value: CheckedIn; rule: DailyRule }) {
  const { checkIn, standing, badges } = value;
  const { current, cards, today } = standing;
  return (
    <Notice
      icon="check"
      good
      title={today.counts ? '今天算数了' : '记下了'}
      text={todayWords(today, rule)}
      testId="checked-in"
    >
      {current > 0 && (
        <View className="done-streak">
          <Text>连续</Text>
          <Text className="large number" data-testid="streak">
            {current}
          </Text>
          <Text>天</Text>
        </View>
      )}
      <View className="done-shelf">
        <Shelf daysToNext={cards.daysToNext} label={cardWords(cards)} />
      </View>
      <View className="note number">{cardWords(cards)}</View>
      {badges.map((badge) => (
        <View key={badge} className="strong" data-testid={`new-${badge}`}>
          新徽章：{BADGE_WORDS[badge].name}，{BADGE_WORDS[badge].note}
        </View>
      ))}
      {checkIn.shared && checkIn.state !== 'passed' && <View className="note">随感在审核，通过后大家能看到</View>}
      <Steps id={checkIn.challengeId} />
    </Notice>
  );
}

function Steps({ id }: { id: string }) {
  return (
    <View className="stack stack--tight done-steps">
      <Button kind="primary" onPress={go.back} testId="back">
        好
      </Button>
      <Button kind="quiet" onPress={() => go.challenge(id)} testId="see-challenge">
        看日历和徽章
      </Button>
    </View>
  );
}

/** What came of it: what it did to the streak, or that it waits on this phone, and for which day. */
export function CheckInDone({ made, rule }: { made: Made; rule: DailyRule }) {
  if (made.kind === 'done') return <Done value={made.value} rule={rule} />;
  const what = checkInOf(dayOfWaiting(made.waiting), serverNow());
  return (
    <Notice
      icon="offline"
      title="先记在手机里了"
      text={`${what}等网络，连上后自动送出，算在这一天；两天内送到都算`}
      testId="kept"
    >
      <Button kind="primary" onPress={go.back} testId="back">
        好
      </Button>
    </Notice>
  );
}
