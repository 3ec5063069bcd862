import './field.css';
import { useRef } from 'react';
import type { TextInputProps } from './text-input-props';

export function TextInput(props: TextInputProps) {
  const { initial = '', placeholder, label, maxLength = 60, keyboard = 'text', onType, onConfirm, testId } = props;
  const composing = useRef(false);
  return (
    <input
      className="text-input"
      defaultValue={initial}
      placeholder={placeholder}
      aria-label={label}
      maxLength={maxLength}
      inputMode={keyboard === 'number' ? 'numeric' : 'text'}
      enterKeyHint={keyboard === 'search' ? 'search' : 'done'}
      data-testid={testId}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onType(event.currentTarget.value);
      }}
      onChange={(event) => {
        if (!composing.current) onType(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
      }}
    />
  );
}
