import type { ReactNode } from 'react';

/** Something to tap: it shows at once that it was felt. */
export interface PressProps {
  onPress: () => void;
  className?: string;
  /** What a screen reader says, where the content does not say it. */
  label?: string;
  disabled?: boolean;
  /** For things that are either on or off. */
  pressed?: boolean;
  testId?: string;
  children?: ReactNode;
}
