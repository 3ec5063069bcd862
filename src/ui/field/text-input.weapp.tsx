import { Input } from '@tarojs/components';
import { useState } from 'react';
import './field.css';
import type { TextInputProps } from './text-input-props';

export function TextInput(props: TextInputProps) {
  const { initial = '', placeholder = '', label, maxLength = 60, keyboard = 'text', onType, onConfirm } = props;
  // The value given to the native input never changes, so typing is never overwritten.
  const [first] = useState(initial);
  return (
    <Input
      className="text-input"
      value={first}
      placeholder={placeholder}
      placeholderClass="text-input__hint"
      ariaLabel={label}
      maxlength={maxLength}
      type={keyboard === 'number' ? 'number' : 'text'}
      confirmType={keyboard === 'search' ? 'search' : 'done'}
      onInput={(event) => onType(event.detail.value)}
      onConfirm={() => onConfirm?.()}
    />
  );
}
