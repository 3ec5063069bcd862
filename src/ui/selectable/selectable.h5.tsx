import type { SelectableProps } from './selectable-props';

/** In a browser all text can be marked; a plain one, since Taro's knows only WeChat's older word for it. */
export function Selectable({ className, testId, children }: SelectableProps) {
  return (
    <span className={className} data-testid={testId}>
      {children}
    </span>
  );
}
