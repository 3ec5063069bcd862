import { Text, View } from '@tarojs/components';
import { nextToExpire } from '../../../domain/wording/points';
import type { Balance as BalanceOf } from '../../../types/contract/points';
import type { Instant, MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { SkeletonCard } from '../../ui/skeleton/skeleton';
import { useCountUp } from './use-count-up';
import { useGreeting } from './use-greeting';
import './points.css';

/** What the number alone does not say: what expires next, and what is owed. */
function BesidesBalance({ balance, now }: { balance: BalanceOf; now: Instant }) {
  const next = balance.next && nextToExpire(balance.next, balance.points, now);
  return (
    <>
      {balance.debt > 0 && (
        <View className="note number" data-testid="debt">
          欠 {balance.debt} 分，以后攒到的先还上
        </View>
      )}
      {next && (
        <View className={`note number${next.soon ? ' balance__soon' : ''}`} data-testid="next-to-expire">
          {next.words}
        </View>
      )}
      {!next && balance.debt === 0 && <View className="note">参加活动、阅读打卡、当志愿者都有积分</View>}
    </>
  );
}

/** The balance, large; new points are greeted once, in the same place. */
export function Balance({ balance, now }: { balance: BalanceOf; now: Instant }) {
  const greeting = useGreeting(balance.latest);
  const shown = useCountUp(balance.points, greeting?.points ?? 0);
  return (
    <>
      <View className="row balance__line">
        <Text className="large number" data-testid="balance">
          {shown}
        </Text>
        <Text>积分</Text>
        {greeting && (
          <View className="balance__new number" data-testid="new-points">
            +{greeting.points} {greeting.title}
          </View>
        )}
      </View>
      <BesidesBalance balance={balance} now={now} />
    </>
  );
}

/** The ways to what is mine: how the points came, and what they became. */
function Ways() {
  return (
    <View className="balance__ways">
      <Press className="balance__way" onPress={go.points} testId="to-points">
        <View className="row">
          <Icon name="points" />
          <Text>积分明细</Text>
        </View>
      </Press>
      <Press className="balance__way" onPress={go.vouchers} testId="to-vouchers">
        <View className="row">
          <Icon name="ticket" />
          <Text>我的券</Text>
        </View>
      </Press>
    </View>
  );
}

const WAITING: Record<Exclude<MemberStatus, 'active' | 'visitor'>, string> = {
  pending: '入会申请通过后，这里会有你的积分。',
  declined: '入会申请没有通过，可以到“我的”里重新申请。',
};

function MyBalance() {
  const { value, refused, asking, again } = useAnswer('points.balance', {});
  const now = useNow();
  if (!value) {
    return refused ? <FailureLine refused={refused} again={again} asking={asking} /> : <SkeletonCard />;
  }
  return (
    <View>
      <View className="note">我的积分</View>
      <Balance balance={value} now={now} />
      {refused && (
        <View className="note" data-testid="old-balance">
          网络不太顺，这是上次看到的
        </View>
      )}
      <Ways />
    </View>
  );
}

/** The head of 福利: what I can spend, or how one comes to have points. */
export function BalanceCard({ status }: { status: MemberStatus | undefined }) {
  return (
    <View className="pad balance">
      <View className="card">
        {status === undefined && <SkeletonCard />}
        {status === 'active' && <MyBalance />}
        {status === 'visitor' && (
          <View className="stack" data-testid="ask-to-join">
            <View>加入工会，参加活动就有积分，下面这些都能换。</View>
            <Button kind="primary" onPress={go.join} testId="join">
              加入工会
            </Button>
          </View>
        )}
        {(status === 'pending' || status === 'declined') && <View>{WAITING[status]}</View>}
      </View>
    </View>
  );
}
