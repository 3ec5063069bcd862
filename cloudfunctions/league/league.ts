import type { Service } from '../kit/serve';
import { entriesPart } from './league-entering';
import { playPart, sweeps } from './league-playing';

export const league: Service<'league'> = { area: 'league', operations: { ...entriesPart, ...playPart }, sweeps };
