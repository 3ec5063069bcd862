import type { Side } from '../../types/contract';

export type { Game, IndividualMatch, Outcome, Score, Side } from '../../types/contract';

export const otherSide = (side: Side): Side => (side === 0 ? 1 : 0);
