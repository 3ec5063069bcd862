import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { monthOf, startOfDay } from '../../../domain/time/shanghai';
import { sumOf } from '../../../domain/wording/counter';
import { dateWord, monthAway, monthWord, weekday } from '../../../domain/wording/dates';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant, Month, ShopId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './merchant.css';

type TallyDay = ValueOf<OpOf<'benefit.tallies'>>['days'][number];

function MonthHead({ month, now, onMonth }: { month: Month; now: Instant; onMonth: (month: Month) => void }) {
  const latest = month >= monthOf(now);
  return (
    <View className="row row--apart pad tally__months">
      <Press className="tally__step" label="上个月" onPress={() => onMonth(monthAway(month, -1))} testId="month-before">
        <Icon name="back" small />
      </Press>
      <View className="title number">{monthWord(month, now)}</View>
      <Press
        className={`tally__step${latest ? ' tally__step--off' : ''}`}
        label="下个月"
        disabled={latest}
        onPress={() => onMonth(monthAway(month, 1))}
        testId="month-after"
      >
        <Icon name="forward" small />
      </Press>
    </View>
  );
}

function DayCard({ of, shopId, now }: { of: TallyDay; shopId: ShopId; now: Instant }) {
  const at = startOfDay(of.day);
  return (
    <Press className="card tally__day" onPress={() => go.slips(shopId, of.day)} testId={`day-${of.day}`}>
      <View className="row row--apart">
        <View className="grow strong number">
          {dateWord(at, now)} {weekday(at)}
        </View>
        <View className="strong number">{sumOf(of.lines)} 张</View>
        <Icon name="forward" small />
      </View>
      {of.lines.map(({ benefitId, title, verified }) => (
        <View key={benefitId} className="row row--apart tally__line">
          <Text className="grow">{title}</Text>
          {of.lines.length > 1 && <Text className="number">{verified}</Text>}
        </View>
      ))}
    </Press>
  );
}

/** 对账: what this shop verified in a month, day by day. */
export function Tally({ shopId }: { shopId: ShopId }) {
  const [month, setMonth] = useState(() => monthOf(serverNow()));
  const { value, refused, asking, again } = useAnswer('benefit.tallies', { shopId, month });
  const now = useNow();
  return (
    <View className="tally" data-testid="tally-page">
      <MonthHead month={month} now={now} onMonth={setMonth} />
      {!value && (refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />)}
      {value && refused && <StaleLine />}
      {value?.days.length === 0 && (
        <Notice icon="empty" title="这个月没有核销" text="核销过的会按天列在这里" testId="empty" />
      )}
      {value && value.days.length > 0 && (
        <>
          <View className="tally__sum">
            <Text className="large number" data-testid="sum">
              {sumOf(value.days.flatMap(({ lines }) => lines))}
            </Text>
            <Text> 张</Text>
          </View>
          <View className="pad stack">
            {value.days.map((day) => (
              <DayCard key={day.day} of={day} shopId={shopId} now={now} />
            ))}
          </View>
        </>
      )}
    </View>
  );
}
