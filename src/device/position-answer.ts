import type { Position } from '../../types/contract/checkin';

/** Where this device is, in GCJ-02 as the contract wants it. `denied`: its owner said no, which only they can change. */
export type PositionAnswer = { kind: 'found'; position: Position } | { kind: 'denied' } | { kind: 'unknown' };
