import { View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Instant } from '../../../types/vocabulary';
import { Notice } from '../../ui/notice/notice';
import { Sheet } from '../../ui/sheet/sheet';

interface LogSheetProps {
  league: ManagedLeague;
  now: Instant;
  onClose: () => void;
}

/** 操作记录: who did what, when and why, latest first. */
export function LogSheet({ league: { log }, now, onClose }: LogSheetProps) {
  return (
    <Sheet open title="操作记录" onClose={onClose} testId="log-sheet">
      {log.length === 0 ? (
        <Notice icon="clock" title="还没有记录" text="对这个联赛做过什么，会记在这里" />
      ) : (
        <View className="league-sheet">
          {log.map(({ at, by, what, reason }) => (
            <View key={`${at} ${what}`} className="league-line">
              <View>{what}</View>
              {reason !== undefined && <View className="league-log__reason">{reason}</View>}
              <View className="note number">
                {by === '' ? '' : `${by} · `}
                {moment(at, now)}
              </View>
            </View>
          ))}
        </View>
      )}
    </Sheet>
  );
}
