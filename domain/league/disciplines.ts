import type { Day } from '../../types/vocabulary';
import type { Discipline, DisciplineRef } from './discipline';
import { BADMINTON_DOUBLES } from './disciplines/badminton-doubles';
import { BADMINTON_SINGLES } from './disciplines/badminton-singles';
import { ESPORTS_5V5 } from './disciplines/esports-5v5';
import { TABLE_TENNIS_DOUBLES } from './disciplines/table-tennis-doubles';
import { TABLE_TENNIS_SINGLES } from './disciplines/table-tennis-singles';
import { TABLE_TENNIS_TEAM } from './disciplines/table-tennis-team';
import { TUG_OF_WAR } from './disciplines/tug-of-war';

/** Every version of every discipline, also those that no league begins with any more. */
export const DISCIPLINES: readonly Discipline[] = [
  ESPORTS_5V5,
  TABLE_TENNIS_SINGLES,
  TABLE_TENNIS_DOUBLES,
  TABLE_TENNIS_TEAM,
  ...BADMINTON_SINGLES,
  ...BADMINTON_DOUBLES,
  TUG_OF_WAR,
];

/** The version that a league began with, whatever has come since; `undefined` where there never was one. */
export function disciplineOf({ id, version }: DisciplineRef): Discipline | undefined {
  return DISCIPLINES.find((discipline) => discipline.id === id && discipline.version === version);
}

/** What a league that begins on that day is played by: the latest version of each discipline by then. */
export function disciplinesOn(day: Day): Discipline[] {
  const begun = DISCIPLINES.filter(({ from }) => from === undefined || from <= day);
  return begun.filter(({ id, version }) => !begun.some((other) => other.id === id && other.version > version));
}
