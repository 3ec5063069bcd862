import type { Discipline } from '../discipline';
import { BWF_SOURCES, BWF_STANDING, FIFTEEN_POINTS, FIFTEEN_POINTS_FROM, TWENTY_ONE_POINTS } from './bwf';

const ALWAYS = {
  id: 'badminton-doubles',
  name: '羽毛球双打',
  sources: BWF_SOURCES,
  entry: { kind: 'pair' },
  standing: BWF_STANDING,
} as const;

export const BADMINTON_DOUBLES: readonly Discipline[] = [
  { ...ALWAYS, version: 1, match: { kind: 'games', bestOf: [3], game: TWENTY_ONE_POINTS } },
  { ...ALWAYS, version: 2, from: FIFTEEN_POINTS_FROM, match: { kind: 'games', bestOf: [3], game: FIFTEEN_POINTS } },
];
