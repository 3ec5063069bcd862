import type { ReactNode } from 'react';

/** Text that one can mark and copy. */
export interface SelectableProps {
  className: string;
  testId: string;
  children: ReactNode;
}
