import type { Instant } from '../../types/vocabulary';
import type { OutCell, OutColumn } from './out';

/** An empty text is an empty cell. */
export const text = (of: string): OutCell => (of === '' ? undefined : { kind: 'text', text: of });
export const integer = (value: number): OutCell => ({ kind: 'integer', value });
export const instant = (at: Instant): OutCell => ({ kind: 'instant', at });
export const column = (head: string, width = 10): OutColumn => ({ head, width });
