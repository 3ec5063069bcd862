import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { DAY_MS, dayOf, startOfDay } from '../../../domain/time/shanghai';
import { challengeAsOf, challengeTag, todayOf, todayWords } from '../../../domain/wording/reading-today';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { ChallengeDetail, StandingView } from '../../../types/contract';
import type { ChallengeId, Instant, MemberStatus } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { challengePath, go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cover } from '../../ui/cover/cover';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Badges } from './badges';
import { ChallengeFacts, ChallengeWords } from './challenge-facts';
import { HeatMap } from './heat-map';
import { JoinChallenge } from './join-challenge';
import { MakeUp } from './make-up';
import './challenge.css';

/** The three numbers that one has come to. */
function Numbers({ mine }: { mine: StandingView }) {
  const numbers = [
    { words: '连续', value: mine.current, unit: '天' },
    { words: '最长', value: mine.longest, unit: '天' },
    { words: '一共', value: mine.days, unit: '天' },
  ];
  return (
    <View className="pad numbers" data-testid="numbers">
      {numbers.map(({ words, value, unit }) => (
        <View key={words} className="numbers__one">
          <View className="note">{words}</View>
          <View className="row numbers__line">
            <Text className="large number">{value}</Text>
            <Text className="note">{unit}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function Mine({ detail, mine, now }: { detail: ChallengeDetail; mine: StandingView; now: Instant }) {
  return (
    <>
      <Numbers mine={mine} />
      {detail.calendar && (
        <View className="pad">
          <View className="card">
            <HeatMap calendar={detail.calendar} now={now} />
          </View>
        </View>
      )}
      <MakeUp id={detail.id} mine={mine} now={now} />
      <View className="pad challenge__part">
        <View className="title">徽章</View>
        <Badges badges={mine.badges} now={now} />
      </View>
    </>
  );
}

interface PrimaryProps {
  detail: ChallengeDetail;
  status: MemberStatus | undefined;
  now: Instant;
}

/** The one thing to do: check in, join, or become a member first. */
function Primary({ detail, status, now }: PrimaryProps) {
  const { id, phase, mine, rule } = detail;
  if (phase === 'over' || phase === 'closed') return null;
  if (mine) {
    if (phase === 'soon') return null;
    const today = todayOf(mine, now);
    return (
      <Bar>
        <Button kind={today?.counts ? 'plain' : 'primary'} onPress={() => go.readingCheckIn(id)} testId="primary">
          {today ? `${todayWords(today, rule)}，再记一笔` : '打卡'}
        </Button>
      </Bar>
    );
  }
  return (
    <Bar>
      {status === 'active' || status === undefined ? (
        <JoinChallenge id={id} primary />
      ) : (
        <Button kind="primary" disabled={status === 'pending'} onPress={go.join} testId="primary">
          {status === 'pending' ? '入会审核中，通过后就能加入' : '先加入工会'}
        </Button>
      )}
    </Bar>
  );
}

/** One challenge: what it asks, how I stand in it, and what there is for it. */
export function Challenge({ id, status }: { id: ChallengeId; status: MemberStatus | undefined }) {
  const { value, refused, asking, again } = useAnswer('reading.challenge', { challengeId: id });
  const now = useNow(startOfDay(dayOf(serverNow())) + DAY_MS);
  useShareAppMessage(() => ({ title: value?.title ?? '药谷职工之家', path: challengePath(id) }));
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const detail = challengeAsOf(value, now);
  const over = detail.phase === 'over' || detail.phase === 'closed';
  return (
    <View className="challenge" data-testid={`challenge-${detail.phase}`}>
      {refused && <StaleLine />}
      <View className="pad">
        <Cover
          brand="books"
          title={detail.title}
          above={`${BRAND_WORDS.books.name} · ${challengeTag(detail, now)}`}
          muted={over}
        />
        <View className="challenge__tagline">{detail.tagline}</View>
      </View>
      {detail.mine && <Mine detail={detail} mine={detail.mine} now={now} />}
      <ChallengeFacts detail={detail} now={now} />
      <ChallengeWords detail={detail} />
      <Primary detail={detail} status={status} now={now} />
    </View>
  );
}
