import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { monthOf } from '../../../domain/time/shanghai';
import { monthWord } from '../../../domain/wording/dates';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { EntryView } from '../../../types/contract/points';
import type { Month } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { EntryLine } from '../../shell/entry-line/entry-line';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './points.css';

type EntriesPage = ValueOf<OpOf<'points.entries'>>;

/** The entries of each month together, in the order in which they came. */
export function byMonth(entries: readonly EntryView[]): { month: Month; entries: EntryView[] }[] {
  const months: { month: Month; entries: EntryView[] }[] = [];
  for (const entry of entries) {
    const month = monthOf(entry.at);
    const last = months[months.length - 1];
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}

/** Every posting, latest first, by month. */
export function EntryList() {
  const now = useNow();
  const version = useAnswers((state) => state.versions['points.entries'] ?? 0);
  const list = usePages<EntryView, EntriesPage, RefusedBy<'points.entries'>>('entries', version, (cursor) =>
    call('points.entries', cursor === undefined ? {} : { cursor }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items) {
    if (!refused) return <SkeletonRows count={5} />;
    return <Failure refused={refused} again={list.again} asking={list.asking} />;
  }
  if (items.length === 0) {
    return (
      <Notice icon="points" title="还没有积分" text="参加一次活动，签到后积分就到" testId="empty">
        <Button onPress={() => go.tab('pages/activities/index')}>去看活动</Button>
      </Notice>
    );
  }
  return (
    <View data-testid="entries">
      {byMonth(items).map(({ month, entries }) => (
        <View key={month} className="entries">
          <View className="note entries__month">{monthWord(month, now)}</View>
          <View className="entries__rows">
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} now={now} />
            ))}
          </View>
        </View>
      ))}
      {refused ? (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        <View className="points__end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
    </View>
  );
}
