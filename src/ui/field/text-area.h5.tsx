import './field.css';
import { useLayoutEffect, useRef } from 'react';
import type { TextInputProps } from './text-input-props';

/** Several lines to type in: as tall as what stands in it. */
export function TextArea({ initial = '', placeholder, label, maxLength = 500, onType, testId }: TextInputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const grow = (): void => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  };
  useLayoutEffect(grow, []);
  return (
    <textarea
      ref={area}
      className="text-input text-area"
      rows={1}
      defaultValue={initial}
      placeholder={placeholder}
      aria-label={label}
      maxLength={maxLength}
      data-testid={testId}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onType(event.currentTarget.value);
      }}
      onChange={(event) => {
        grow();
        if (!composing.current) onType(event.currentTarget.value);
      }}
    />
  );
}
