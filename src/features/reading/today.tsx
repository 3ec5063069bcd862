import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { DAY_MS, dayOf, startOfDay } from '../../../domain/time/shanghai';
import {
  cardWords,
  challengeAsOf,
  challengeTag,
  lateWords,
  ruleWords,
  todayOf,
  todayWords,
} from '../../../domain/wording/reading-today';
import type { ChallengeCard, StandingView } from '../../../types/contract';
import type { Instant, MemberStatus } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { sendWaiting } from '../../cloud/waiting';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { JoinChallenge } from './join-challenge';
import { Shelf } from './shelf';
import { WaitingLines } from './waiting-lines';
import './today.css';

type Joined = ChallengeCard & { mine: StandingView };

const FILLABLE = '最近有一天没读到，打开挑战可以补上';

/** The streak, large: it is what one came for. */
function Streak({ current, longest }: StandingView) {
  if (current === 0) {
    return <View className="title">{longest > 0 ? '今天读一会儿，重新开始' : '今天读一会儿，就是第 1 天'}</View>;
  }
  return (
    <View className="row streak">
      <Text>连续</Text>
      <Text className="large number" data-testid="streak">
        {current}
      </Text>
      <Text>天</Text>
      {current > 2 && longest === current && <Text className="note">你最长的一次</Text>}
    </View>
  );
}

interface JoinedProps {
  challenge: Joined;
  now: Instant;
}

const isRead = ({ mine }: Joined, now: Instant): boolean => todayOf(mine, now)?.counts ?? false;
const checkInWords = (read: boolean): string => (read ? '再记一笔' : '打卡');

/** The challenge that is most wanted now: how I stand, and today's check-in one tap away. */
function MainCard({ challenge, now }: JoinedProps) {
  const { id, title, rule, mine } = challenge;
  const read = isRead(challenge, now);
  const words = cardWords(mine.cards);
  return (
    <View className="card stack" data-testid={`joined-${id}`}>
      <Press onPress={() => go.challenge(id)} testId={`challenge-${id}`}>
        <View className="row">
          <View className="grow strong one-line">{title}</View>
          <Text className="note number">{challengeTag(challenge, now)}</Text>
          <Icon name="forward" small />
        </View>
      </Press>
      <Streak {...mine} />
      <Shelf daysToNext={mine.cards.daysToNext} label={words} />
      <View className="note number">
        <View>{words}</View>
        {mine.cards.held > 0 && mine.fillable.length > 0 && <View>{FILLABLE}</View>}
        <View>{lateWords(mine.lateLeft)}</View>
      </View>
      <View className="number">{todayWords(todayOf(mine, now), rule)}</View>
      <Button kind={read ? 'plain' : 'primary'} onPress={() => go.readingCheckIn(id)} testId="check-in">
        {checkInWords(read)}
      </Button>
    </View>
  );
}

/** Any other that I am in, in a few lines with a quiet press. */
function OtherCard({ challenge, now }: JoinedProps) {
  const { id, title, rule, phase, mine } = challenge;
  const running = phase === 'running';
  const streak = mine.current > 0 ? `连续 ${mine.current} 天 · ` : '';
  return (
    <View className="card row" data-testid={`joined-${id}`}>
      <Press className="grow" onPress={() => go.challenge(id)} testId={`challenge-${id}`}>
        <View className="strong one-line">{title}</View>
        <View className="note number">
          <View>
            {streak}
            {challengeTag(challenge, now)}
          </View>
          {running && <View>{todayWords(todayOf(mine, now), rule)}</View>}
          {mine.cards.held > 0 && mine.fillable.length > 0 && <View>{FILLABLE}</View>}
        </View>
      </Press>
      {running ? (
        <Button small onPress={() => go.readingCheckIn(id)} testId={`check-in-${id}`}>
          {checkInWords(isRead(challenge, now))}
        </Button>
      ) : (
        <Icon name="forward" small />
      )}
    </View>
  );
}

/** The first that lacks today's check-in, else the first that takes one. */
function mainOf(joined: readonly Joined[], now: Instant): Joined | undefined {
  const running = joined.filter(({ phase }) => phase === 'running');
  return running.find((each) => !isRead(each, now)) ?? running[0];
}

/** One that I could join. */
function OpenCard({ challenge, now, status }: { challenge: ChallengeCard; now: Instant; status?: MemberStatus }) {
  const { id, title, tagline, rule } = challenge;
  return (
    <View className="card stack" data-testid={`open-${id}`}>
      <Press onPress={() => go.challenge(id)} testId={`challenge-${id}`}>
        <View className="row">
          <View className="grow">
            <View className="strong">{title}</View>
            <View className="note">{tagline}</View>
            <View className="note number">
              {ruleWords(rule)} · {challengeTag(challenge, now)}
            </View>
          </View>
          <Icon name="forward" small />
        </View>
      </Press>
      {status === 'active' && <JoinChallenge id={id} />}
    </View>
  );
}

const isJoined = (challenge: ChallengeCard & { mine?: StandingView }): challenge is Joined =>
  challenge.mine !== undefined;

/** What stands in the way of somebody who is no member. */
function AskToJoin({ status }: { status: MemberStatus | undefined }) {
  if (status === undefined || status === 'active') return null;
  return (
    <View className="card stack" data-testid="ask-to-join">
      <View>{status === 'pending' ? '入会申请通过后，就能加入下面的挑战。' : '加入工会，和同事一起读书打卡。'}</View>
      {status !== 'pending' && (
        <Button kind="primary" onPress={go.join} testId="join">
          加入工会
        </Button>
      )}
    </View>
  );
}

/** The ways on from here. */
function Ways({ challenge }: { challenge: ChallengeCard | undefined }) {
  return (
    <CellGroup>
      {challenge && <Cell icon="points" title="排行榜" onPress={() => go.boards(challenge.id)} testId="to-boards" />}
      <Cell icon="book" title="我的打卡" onPress={() => go.myCheckIns()} testId="to-mine" />
      <Cell icon="bell" title="称呼和提醒" onPress={go.readingSettings} testId="to-settings" />
    </CellGroup>
  );
}

/** 书香: today's check-in, the streak, and the challenges there are. */
export function Today({ status }: { status: MemberStatus | undefined }) {
  const { value, refused, asking, again } = useAnswer('reading.today', {});
  const now = useNow(startOfDay(dayOf(serverNow())) + DAY_MS);
  useEffect(() => void sendWaiting(), []);
  useDidShow(() => void sendWaiting());
  if (!value && !refused) return <SkeletonRows count={4} />;
  const challenges = value?.challenges.map((each) => challengeAsOf(each, now)) ?? [];
  const joined = challenges.filter(isJoined);
  const main = mainOf(joined, now);
  return (
    <View className="today" data-testid="today">
      {value && refused && <StaleLine words="没有网络也能打卡，连上后自动送出" />}
      <WaitingLines />
      {!value && refused && <Failure refused={refused} again={again} asking={asking} />}
      <View className="pad stack">
        <AskToJoin status={status} />
        {main && <MainCard challenge={main} now={now} />}
        {joined.map((each) => (each === main ? null : <OtherCard key={each.id} challenge={each} now={now} />))}
        {challenges.map((each) =>
          isJoined(each) ? null : <OpenCard key={each.id} challenge={each} now={now} {...(status && { status })} />,
        )}
      </View>
      {value && challenges.length === 0 && (
        <Notice icon="book" title="现在没有打卡挑战" text="有了新的会放在这里" testId="empty" />
      )}
      {value && <Ways challenge={main ?? joined[0] ?? challenges[0]} />}
    </View>
  );
}
