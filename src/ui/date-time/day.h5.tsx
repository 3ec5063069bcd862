import '../field/field.css';
import './date-time.css';
import type { DateTimeProps } from './date-time-props';

/** A day of the calendar, `2026-11-28`. */
export function DayInput({ value, label, onChange, testId }: DateTimeProps) {
  return (
    <input
      type="date"
      className={`text-input date-time number${value === '' ? ' date-time--empty' : ''}`}
      value={value}
      max="2099-12-31"
      aria-label={label}
      data-testid={testId}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
