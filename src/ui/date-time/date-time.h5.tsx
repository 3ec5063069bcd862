import '../field/field.css';
import './date-time.css';
import type { DateTimeProps } from './date-time-props';

export function DateTime({ value, label, onChange, testId }: DateTimeProps) {
  return (
    <input
      type="datetime-local"
      className={`text-input date-time number${value === '' ? ' date-time--empty' : ''}`}
      value={value}
      max="2099-12-31T23:59"
      aria-label={label}
      data-testid={testId}
      // With seconds, where a browser writes them.
      onChange={(event) => onChange(event.currentTarget.value.slice(0, 16))}
    />
  );
}
