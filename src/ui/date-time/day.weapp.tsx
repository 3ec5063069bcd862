import { Picker, View } from '@tarojs/components';
import '../field/field.css';
import './date-time.css';
import type { DateTimeProps } from './date-time-props';

/** A day of the calendar, `2026-11-28`. */
export function DayInput({ value, label, onChange }: DateTimeProps) {
  return (
    <Picker mode="date" value={value} end="2099-12-31" onChange={(event) => onChange(event.detail.value)}>
      <View className={`text-input date-time__half number${value === '' ? ' text-input__hint' : ''}`} ariaLabel={label}>
        {value === '' ? '选日期' : value}
      </View>
    </Picker>
  );
}
