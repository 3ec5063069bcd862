import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { logNote, logTitle } from '../../../domain/wording/organizer';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { LogEntry } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { Failure, FailureLine } from '../../shell/failure';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './organizer.css';

type LogPage = ValueOf<OpOf<'organizer.log'>>;

/** 操作记录: who did what, when and why, latest first. */
export function Log({ id }: { id: ActivityId }) {
  const now = useNow();
  const version = useAnswers(({ versions }) => versions['organizer.log'] ?? 0);
  const list = usePages<LogEntry, LogPage, RefusedBy<'organizer.log'>>(id, version, (cursor) =>
    call('organizer.log', { activityId: id, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items) {
    return refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={5} />;
  }
  if (items.length === 0 && !refused) {
    return <Notice icon="clock" title="还没有记录" text="对这个活动做过什么，会记在这里" testId="empty" />;
  }
  return (
    <View className="log" data-testid="log">
      {items.map((entry) => (
        <View key={entry.id} className="parted">
          <View>{logTitle(entry)}</View>
          {entry.reason !== undefined && <View className="log__reason">{entry.reason}</View>}
          <View className="note number">{logNote(entry, now)}</View>
        </View>
      ))}
      {refused ? (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        <View className="list-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
    </View>
  );
}
