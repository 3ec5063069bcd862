import { useEffect, useRef } from 'react';
import { Button } from '../ui/button/button';
import '../ui/field/field.css';
import './scan.css';
import type { ScanPressProps } from './scan-props';

/** A page in a browser has no scanner of its own: codes are typed, pasted, or come from a hand-held scanner. */
export const TYPED = true;

/**
 * Enter, which a hand-held scanner sends too, does what the button does. The line is emptied and keeps the cursor, so
 * that the next code can follow at once. A code that comes while one is looked at stays where it is.
 */
export function ScanPress({ typedWords, placeholder, busy, onCode }: ScanPressProps) {
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A keyboard that jumps up over a phone's page would hide what the page says.
    if (navigator.maxTouchPoints === 0) line.current?.focus({ preventScroll: true });
  }, []);
  const read = (): void => {
    const code = line.current?.value.trim() ?? '';
    if (busy || line.current === null) return;
    line.current.focus({ preventScroll: true });
    if (code === '') return;
    line.current.value = '';
    onCode(code);
  };
  return (
    <div className="scan-line">
      <input
        ref={line}
        className="text-input"
        placeholder={placeholder}
        aria-label={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        data-testid="code"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) read();
        }}
      />
      <div className="scan-line__press">
        <Button kind="primary" busy={busy} onPress={read} testId="scan">
          {typedWords}
        </Button>
      </div>
    </div>
  );
}
