import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { weekdayOf } from '../../../domain/time/days';
import { daysIn, monthAway, monthWord } from '../../../domain/wording/dates';
import { calendarWords } from '../../../domain/wording/reading';
import type { CalendarDay } from '../../../types/contract';
import type { Day, Instant, Month } from '../../../types/vocabulary';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import './challenge.css';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const;

interface DayProps {
  day: Day;
  known: CalendarDay | undefined;
  chosen: boolean;
  now: Instant;
  onPress: () => void;
}

/** One day: the further from the ground's colour the more was read; a dashed edge where a card stands for it. */
function HeatDay({ day, known, chosen, now, onPress }: DayProps) {
  const number = String(Number(day.slice(8)));
  if (!known) return <View className="heat__day heat__day--off number">{number}</View>;
  const state = `${known.state === 'filled' ? ' heat__day--filled' : ''}${chosen ? ' heat__day--chosen' : ''}`;
  return (
    <Press
      className={`heat__day number heat__day--${known.level}${state}`}
      label={calendarWords(known, now)}
      pressed={chosen}
      onPress={onPress}
      testId={`day-${day}`}
    >
      <Text>{number}</Text>
    </Press>
  );
}

function Turn({
  to,
  words,
  icon,
  onMonth,
}: {
  to: Month | undefined;
  words: string;
  icon: 'back' | 'forward';
  onMonth: (month: Month) => void;
}) {
  return (
    <Press
      className="heat__turn"
      label={words}
      disabled={to === undefined}
      onPress={() => to !== undefined && onMonth(to)}
      testId={`month-${icon}`}
    >
      {to !== undefined && <Icon name={icon} small />}
    </Press>
  );
}

/** A month of the challenge, as a calendar on a wall; a day tells what was read on it when one taps it. */
export function HeatMap({ calendar, now }: { calendar: readonly CalendarDay[]; now: Instant }) {
  const known = new Map(calendar.map((each) => [each.day, each]));
  const first = calendar[0]?.day.slice(0, 7);
  const last = calendar[calendar.length - 1]?.day.slice(0, 7);
  const [shown, setShown] = useState<Month>();
  const [chosen, setChosen] = useState<Day>();
  if (first === undefined || last === undefined) return null;
  const month = shown ?? last;
  const days = daysIn(month);
  const lead = weekdayOf(`${month}-01`);
  const told = chosen === undefined ? undefined : known.get(chosen);
  return (
    <View className="heat" data-testid="heat-map">
      <View className="heat__head">
        <Turn to={month > first ? monthAway(month, -1) : undefined} words="上个月" icon="back" onMonth={setShown} />
        <Text className="strong number">{monthWord(month, now)}</Text>
        <Turn to={month < last ? monthAway(month, 1) : undefined} words="下个月" icon="forward" onMonth={setShown} />
      </View>
      <View className="heat__week note">
        {WEEK.map((word) => (
          <View key={word} className="heat__weekday">
            {word}
          </View>
        ))}
      </View>
      <View className="heat__days">
        {days.map((day, at) => (
          <View key={day} className="heat__cell" style={at === 0 ? { gridColumnStart: lead + 1 } : {}}>
            <HeatDay
              day={day}
              known={known.get(day)}
              chosen={day === chosen}
              now={now}
              onPress={() => setChosen(day === chosen ? undefined : day)}
            />
          </View>
        ))}
      </View>
      <View className="note number heat__told" role="status">
        {told ? calendarWords(told, now) : '点一天，看那天读了多少'}
      </View>
    </View>
  );
}
