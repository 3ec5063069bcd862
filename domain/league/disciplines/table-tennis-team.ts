import type { Discipline } from '../discipline';
import { ELEVEN_POINTS, ITTF_SOURCES, ITTF_TEAM_STANDING } from './ittf';

export const TABLE_TENNIS_TEAM: Discipline = {
  id: 'table-tennis-team',
  version: 1,
  name: '乒乓球团体',
  sources: [
    ...ITTF_SOURCES,
    'ITTF Handbook, Regulations for International Competitions 3.7.6.1 (best of 5 matches, 5 singles, three players)',
  ],
  entry: { kind: 'team', lineup: 3, substitutes: 2 },
  match: {
    kind: 'tie',
    bestOf: [5],
    order: ['A-X', 'B-Y', 'C-Z', 'A-Y', 'B-X'],
    individual: { bestOf: 5, game: ELEVEN_POINTS },
  },
  standing: ITTF_TEAM_STANDING,
};
