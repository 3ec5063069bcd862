import '../field/field.css';
import './date-time.css';
import type { DateTimeProps } from './date-time-props';

/** A time of the day, `20:30`. */
export function TimeOfDay({ value, label, onChange, testId }: DateTimeProps) {
  return (
    <input
      type="time"
      className={`text-input date-time number${value === '' ? ' date-time--empty' : ''}`}
      value={value}
      aria-label={label}
      data-testid={testId}
      // With seconds, where a browser writes them.
      onChange={(event) => onChange(event.currentTarget.value.slice(0, 5))}
    />
  );
}
