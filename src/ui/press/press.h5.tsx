import './press.css';
import type { PressProps } from './press-props';

export function Press({ onPress, className = '', label, disabled = false, pressed, testId, children }: PressProps) {
  return (
    <button
      type="button"
      className={`press ${className}`}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
