import type { ReactNode } from 'react';

/** Something larger than the screen, of which a part is in sight: it is dragged, and made larger or smaller. */
export interface PanZoomProps {
  /** Of what is inside, at its usual size: px. */
  width: number;
  height: number;
  /** What it is, for who does not see it. */
  label: string;
  /** What is in sight first, px from the left and the top; absent: the corner. */
  start?: { x: number; y: number } | undefined;
  testId?: string;
  children: ReactNode;
}

export const SMALLEST = 0.4;
export const LARGEST = 2;
/** How much one tap on a sign makes it larger. */
export const STEP = 1.25;

export const within = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));
