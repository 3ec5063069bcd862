/** A date and a time of the day, `2026-11-28T18:30`, as the clock on the wall says it; empty while either is missing. */
export interface DateTimeProps {
  value: string;
  label: string;
  onChange: (value: string) => void;
  testId?: string;
}
