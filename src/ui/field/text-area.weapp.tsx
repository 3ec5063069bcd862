import { Textarea } from '@tarojs/components';
import { useState } from 'react';
import './field.css';
import type { TextInputProps } from './text-input-props';

/** Several lines to type in: as tall as what stands in it. */
export function TextArea({ initial = '', placeholder = '', label, maxLength = 500, onType }: TextInputProps) {
  const [first] = useState(initial);
  return (
    <Textarea
      className="text-input text-area"
      value={first}
      placeholder={placeholder}
      placeholderClass="text-input__hint"
      ariaLabel={label}
      maxlength={maxLength}
      autoHeight
      disableDefaultPadding
      onInput={(event) => onType(event.detail.value)}
    />
  );
}
