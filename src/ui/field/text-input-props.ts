/** A line to type in. It keeps its own text (a controlled one loses keystrokes on WeChat) and tells every change. */
export interface TextInputProps {
  /** What stands in it at first; later values are not taken up. */
  initial?: string;
  placeholder?: string;
  label: string;
  maxLength?: number;
  keyboard?: 'text' | 'number' | 'search';
  onType: (text: string) => void;
  onConfirm?: () => void;
  testId?: string;
}
