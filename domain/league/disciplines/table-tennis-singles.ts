import type { Discipline } from '../discipline';
import { ELEVEN_POINTS, ITTF_SOURCES, ITTF_STANDING } from './ittf';

export const TABLE_TENNIS_SINGLES: Discipline = {
  id: 'table-tennis-singles',
  version: 1,
  name: '乒乓球单打',
  sources: ITTF_SOURCES,
  entry: { kind: 'person' },
  match: { kind: 'games', bestOf: [3, 5, 7], game: ELEVEN_POINTS },
  standing: ITTF_STANDING,
};
