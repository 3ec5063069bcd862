import * as v from 'valibot';
import type { LeagueFormat, LeaguePlan } from '../../types/contract';
import { BRANDS } from '../../types/vocabulary';
import { id, text } from '../kit/fields';

/** What one plan holds at most: its document is read whole by every page. How much makes sense is for the rules to say. */
const MOST = { paragraphs: 30, courts: 40, openings: 80, regions: 20 };

const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Whole; how many there can be is for the rules to say, by name. */
const count = v.pipe(v.number(), v.safeInteger());
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));
/** A name within the plan; what exactly it may look like is for the rules to say. */
const name = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,20}$/, 'expects a short id'));

const played = { bestOf: count, minutes: count };

export const format: v.GenericSchema<unknown, LeagueFormat> = v.strictObject({
  regions: v.exactOptional(v.pipe(v.array(v.strictObject({ id: name, name: text(1, 12) })), v.maxLength(MOST.regions))),
  first: v.variant('kind', [
    v.strictObject({ ...played, kind: v.literal('groups'), groups: count, rounds: v.picklist([1, 2]) }),
    v.strictObject({ ...played, kind: v.literal('knockout'), placeThree: v.boolean() }),
  ]),
  final: v.exactOptional(v.strictObject({ ...played, take: count, placeThree: v.boolean() })),
});

const court = v.strictObject({
  ...{ id: name, name: text(1, 12) },
  openings: v.pipe(v.array(v.strictObject({ startsAt: instant, endsAt: instant })), v.maxLength(MOST.openings)),
});

/** A plan as it comes in: its shape alone. Whether it can be carried out is for the rules to say. */
export const plan: v.GenericSchema<unknown, LeaguePlan> = v.strictObject({
  title: text(1, 40),
  tagline: text(0, 60),
  brand: v.picklist(BRANDS),
  description: v.pipe(v.array(text(1, 1_000)), v.maxLength(MOST.paragraphs)),
  discipline: id,
  venue: v.strictObject({
    ...{ name: text(1, 60), address: text(1, 120), latitude: degrees(90), longitude: degrees(180) },
    checkInWithin: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(100_000))),
  }),
  opensAt: instant,
  lockAt: instant,
  most: count,
  format,
  courts: v.pipe(v.array(court), v.maxLength(MOST.courts)),
  rest: count,
  answer: count,
});
