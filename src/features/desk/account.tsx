import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { nextToExpire } from '../../../domain/wording/points';
import type { Balance, EntryView } from '../../../types/contract/points';
import type { Instant, MemberId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { EntryLine } from '../../shell/entry-line/entry-line';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { GrantSheet, ReverseSheet } from './adjust-sheets';
import './desk.css';

/** The account's pages as a list of entries; the balance came with the first. */
interface AccountPage {
  items: EntryView[];
  next?: string;
  balance: Balance;
}

async function ask(memberId: MemberId, cursor: string | undefined) {
  const outcome = await call('points.account', { memberId, ...(cursor === undefined ? {} : { cursor }) });
  if (!outcome.ok) return outcome;
  const { entries, balance } = outcome.value;
  return { ok: true as const, value: { ...entries, balance } };
}

/** What an organizer's hand can take back: what was earned or given, not what was spent, expired or reversed. */
const isReversible = ({ cause, points }: EntryView): boolean =>
  points > 0 && cause.kind !== 'reversal' && cause.kind !== 'refund';

function Head({ name, balance, now }: { name: string; balance: Balance; now: Instant }) {
  return (
    <View className="pad desk-head">
      <View className="title">{name}</View>
      <View className="row">
        <Text className="large number" data-testid="balance">
          {balance.points}
        </Text>
        <Text>积分</Text>
      </View>
      {balance.debt > 0 && <View className="note number">欠 {balance.debt} 分</View>}
      {balance.next && <View className="note number">{nextToExpire(balance.next, balance.points, now).words}</View>}
    </View>
  );
}

/** Somebody's account: granted to, or an entry of it taken back. */
export function Account({ memberId, name }: { memberId: MemberId; name: string }) {
  const now = useNow();
  const [granting, setGranting] = useState(false);
  const [reversed, setReversed] = useState<EntryView>();
  const version = useAnswers(({ versions }) => versions['points.account'] ?? 0);
  const list = usePages<EntryView, AccountPage, RefusedBy<'points.account'>>(memberId, version, (cursor) =>
    ask(memberId, cursor),
  );
  useReachBottom(list.loadMore);
  const { items, first, refused } = list;
  if (!items || !first) {
    return refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonPage />;
  }
  return (
    <View className="desk-list" data-testid="account">
      <Head name={name} balance={first.balance} now={now} />
      {items.length === 0 && <Notice icon="points" title="还没有积分" testId="empty" />}
      {items.length > 0 && (
        <View className="desk-entries">
          {items.map((entry) => (
            <EntryLine key={entry.id} entry={entry} now={now}>
              {isReversible(entry) && (
                <Press
                  className="desk-entries__press"
                  onPress={() => setReversed(entry)}
                  testId={`reverse-${entry.id}`}
                >
                  <Text>撤回这一笔</Text>
                </Press>
              )}
            </EntryLine>
          ))}
        </View>
      )}
      {refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      <Bar>
        <Button kind="primary" onPress={() => setGranting(true)} testId="grant">
          发积分
        </Button>
      </Bar>
      {granting && <GrantSheet memberId={memberId} name={name} onClose={() => setGranting(false)} />}
      {reversed && <ReverseSheet memberId={memberId} entry={reversed} onClose={() => setReversed(undefined)} />}
    </View>
  );
}
