import { seed } from '../../support/seed';

/** Instants at which a calendar goes wrong if it does. */
const TRICKY: [string, number][] = [
  ['the first instant of a day', Date.parse('2026-11-23T00:00:00+08:00')],
  ['the last instant of a month', Date.parse('2027-01-31T23:59:59.999+08:00')],
  ['the last evening of a year', Date.parse('2026-12-31T23:30:00+08:00')],
  ['a leap day', Date.parse('2028-02-29T12:00:00+08:00')],
  ['a summer night', Date.parse('2027-07-15T01:15:00+08:00')],
];

const turn = TRICKY[seed % TRICKY.length];

/** `it.each` rows of a name and an instant: a morning, and one of the tricky ones, another with the next seed. */
export const INSTANTS: [string, number][] = [
  ['a morning', Date.parse('2026-11-20T09:30:00+08:00')],
  ...(turn ? [turn] : []),
];
