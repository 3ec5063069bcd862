import { Picker, View } from '@tarojs/components';
import '../field/field.css';
import './date-time.css';
import type { DateTimeProps } from './date-time-props';

/** A time of the day, `20:30`. */
export function TimeOfDay({ value, label, onChange }: DateTimeProps) {
  return (
    <Picker mode="time" value={value} onChange={(event) => onChange(event.detail.value)}>
      <View className={`text-input date-time__half number${value === '' ? ' text-input__hint' : ''}`} ariaLabel={label}>
        {value === '' ? '选时间' : value}
      </View>
    </Picker>
  );
}
