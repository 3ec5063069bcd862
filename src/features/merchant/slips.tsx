import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { UNDO_MS } from '../../../domain/benefit/transitions';
import { startOfDay } from '../../../domain/time/shanghai';
import { clock, dateWord, weekday } from '../../../domain/wording/dates';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Day, Instant, ShopId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { Failure, FailureLine } from '../../shell/failure';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { UndoSheet } from './undo-sheet';
import './merchant.css';

type SlipsPage = ValueOf<OpOf<'benefit.verifications'>>;
type Slip = SlipsPage['items'][number];

function SlipLine({ slip, now, onUndo }: { slip: Slip; now: Instant; onUndo: () => void }) {
  return (
    <View className="parted row" data-testid={`slip-${slip.redemptionId}`}>
      <View className="grow">
        <View>{slip.title}</View>
        <View className="note number">
          {clock(slip.at)} · 尾号 {slip.tail}
        </View>
      </View>
      {now <= slip.at + UNDO_MS && (
        <Press className="text-press" onPress={onUndo} testId={`undo-${slip.redemptionId}`}>
          <Text>撤销</Text>
        </Press>
      )}
    </View>
  );
}

/** One day's verifications, one by one: to compare with the shop's own slips. */
export function Slips({ shopId, day }: { shopId: ShopId; day: Day }) {
  const now = useNow();
  const [undoing, setUndoing] = useState<Slip>();
  const version = useAnswers((state) => state.versions['benefit.verifications'] ?? 0);
  const list = usePages<Slip, SlipsPage, RefusedBy<'benefit.verifications'>>(`${shopId} ${day}`, version, (cursor) =>
    call('benefit.verifications', { shopId, day, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  const at = startOfDay(day);
  return (
    <View className="slips">
      <View className="pad title number">
        {dateWord(at, now)} {weekday(at)}
      </View>
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={5} />)}
      {items?.length === 0 && <Notice icon="empty" title="这一天没有核销" testId="empty" />}
      {items && items.length > 0 && (
        <View className="slips__rows" data-testid="slips">
          {items.map((slip) => (
            <SlipLine key={slip.redemptionId} slip={slip} now={now} onUndo={() => setUndoing(slip)} />
          ))}
        </View>
      )}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {undoing && (
        <UndoSheet
          redemptionId={undoing.redemptionId}
          title={undoing.title}
          undoUntil={undoing.at + UNDO_MS}
          onClose={() => setUndoing(undefined)}
          onDone={() => setUndoing(undefined)}
        />
      )}
    </View>
  );
}
