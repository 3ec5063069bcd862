import type { ReactNode } from 'react';

/** Gets the platform's phone code by one tap. */
export interface PhonePressProps {
  className: string;
  children: ReactNode;
  /** A code, good once; and the number where the platform lets it be seen. */
  onCode: (code: string, shown: string | undefined) => void;
  /** The person said no, or the platform gave none. */
  onNone: () => void;
}
