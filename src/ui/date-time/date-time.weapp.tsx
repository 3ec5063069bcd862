import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import '../field/field.css';
import './date-time.css';
import type { DateTimeProps } from './date-time-props';

/** Two wheels, since WeChat has none for both; told as soon as both are chosen. */
export function DateTime({ value, label, onChange }: DateTimeProps) {
  const [half, setHalf] = useState({ date: '', time: '' });
  const date = value === '' ? half.date : value.slice(0, 10);
  const time = value === '' ? half.time : value.slice(11);
  const choose = (next: { date: string; time: string }): void => {
    setHalf(next);
    if (next.date !== '' && next.time !== '') onChange(`${next.date}T${next.time}`);
  };
  const shown = (text: string, what: string) => (
    <View
      className={`text-input date-time__half number${text === '' ? ' text-input__hint' : ''}`}
      ariaLabel={`${label}，${what}`}
    >
      {text === '' ? `选${what}` : text}
    </View>
  );
  return (
    <View className="date-time__halves">
      <Picker
        className="date-time__date"
        mode="date"
        value={date}
        end="2099-12-31"
        onChange={(event) => choose({ date: event.detail.value, time })}
      >
        {shown(date, '日期')}
      </Picker>
      <Picker
        className="date-time__time"
        mode="time"
        value={time}
        onChange={(event) => choose({ date, time: event.detail.value })}
      >
        {shown(time, '时间')}
      </Picker>
    </View>
  );
}
