import type { Service } from '../kit/serve';
import { playPart, sweeps } from './league-playing';
import { managedLeague, managedLeagues } from './managed-league';

export const league = {
  area: 'league',
  operations: { ...playPart, managedLeague, managedLeagues },
  sweeps,
} as unknown as Service<'league'>;
