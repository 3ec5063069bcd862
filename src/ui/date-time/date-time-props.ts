/**
 * What somebody chooses from a calendar or a clock, as the wall says it: a day `2026-11-28`, a time `18:30`, or both
 * `2026-11-28T18:30`; empty while it is missing.
 */
export interface DateTimeProps {
  value: string;
  label: string;
  onChange: (value: string) => void;
  testId?: string;
}
