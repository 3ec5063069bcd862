import { ScrollView, Text, View } from '@tarojs/components';
import { dayOf, monthOf, startOfDay } from '../../../domain/time/shanghai';
import { daysIn, monthAway, monthWord, weekday } from '../../../domain/wording/dates';
import type { Day, Instant, Month } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import './month-strip.css';

interface MonthStripProps {
  /** The month on show; absent: the present one. */
  month: Month | undefined;
  day: Day | undefined;
  now: Instant;
  onMonth: (month: Month) => void;
  onDay: (day: Day | undefined) => void;
}

function DayCell({
  day,
  on,
  busy,
  today,
  onPress,
}: {
  day: Day;
  on: boolean;
  busy: boolean;
  today: boolean;
  onPress: () => void;
}) {
  const state = `${on ? ' strip-day--on' : ''}${busy ? ' strip-day--busy' : ''}${today ? ' strip-day--today' : ''}`;
  return (
    <Press
      className={`strip-day${state}`}
      pressed={on}
      label={`${Number(day.slice(8))}日${busy ? '，有活动' : ''}`}
      onPress={onPress}
    >
      <Text className="strip-day__week">{today ? '今' : weekday(startOfDay(day)).slice(1)}</Text>
      <Text className="strip-day__number number">{Number(day.slice(8))}</Text>
      <View className="strip-day__dot" />
    </Press>
  );
}

/** Of a day and the gap behind it, in px, as month-strip.css has them. */
const DAY_WIDTH = 46;
/** Of the room before the first day, what is scrolled away too: so nothing of the day before is seen. */
const LEAD_IN = 9;

/** A month as a line of days; those with something on carry a dot. */
export function MonthStrip({ month, day, now, onMonth, onDay }: MonthStripProps) {
  const shown = month ?? monthOf(now);
  const { value } = useAnswer('activity.list', { month: shown });
  const busy = new Set(value?.days ?? []);
  const today = dayOf(now);
  const days = daysIn(shown);
  // Where the strip begins; a tapped day stays where it was tapped.
  const lead = Math.max(0, days.indexOf(today));
  return (
    <View className="strip">
      <View className="strip__head">
        <Press className="strip__turn" label="上个月" onPress={() => onMonth(monthAway(shown, -1))}>
          <Icon name="back" small />
        </Press>
        <Text className="strong number">{monthWord(shown, now)}</Text>
        <Press className="strip__turn" label="下个月" onPress={() => onMonth(monthAway(shown, 1))}>
          <Icon name="forward" small />
        </Press>
      </View>
      <ScrollView
        key={shown}
        className="chips"
        scrollX
        enhanced
        showScrollbar={false}
        scrollLeft={lead === 0 ? 0 : lead * DAY_WIDTH + LEAD_IN}
      >
        <View className="strip__days">
          {days.map((each) => (
            <View key={each} className="strip__cell">
              <DayCell
                day={each}
                on={each === day}
                busy={busy.has(each)}
                today={each === today}
                onPress={() => onDay(each === day ? undefined : each)}
              />
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  );
}
