import * as v from 'valibot';
import { IMAGES_MOST } from '../../domain/member/photo';
import type { Plan } from '../../types/contract';
import { ALLOCATIONS, BRANDS, EMPLOYMENTS, FORMATS } from '../../types/vocabulary';
import { fields, id, text } from '../kit/fields';

/** What one plan holds at most: it stands whole in every pool, and goes over the wire in one call. */
const MOST = { paragraphs: 30, sessions: 30, zones: 30, questions: 20, options: 30, enterprises: 100 };

export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Whole; how many there can be is for the rules to say, by name. */
export const places = v.pipe(v.number(), v.safeInteger());

const whole = (least: number, most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));
const paragraphs = v.pipe(v.array(text(1, 1_000)), v.maxLength(MOST.paragraphs));
const enterprises = v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST.enterprises));

/** A name within the plan; what exactly it may look like is for the rules to say. */
const name = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,20}$/, 'expects a short id'));

const question = v.variant('kind', [
  v.strictObject({
    ...{ id: name, label: text(1, 60), required: v.boolean() },
    kind: v.literal('text'),
    maxLength: whole(1, 500),
  }),
  v.strictObject({
    ...{ id: name, label: text(1, 60), required: v.boolean() },
    kind: v.literal('number'),
    min: whole(-1e9, 1e9),
    max: whole(-1e9, 1e9),
  }),
  v.strictObject({
    ...{ id: name, label: text(1, 60), required: v.boolean() },
    kind: v.literal('choice'),
    options: v.pipe(v.array(text(1, 60)), v.maxLength(MOST.options)),
  }),
  v.strictObject({ ...{ id: name, label: text(1, 60), required: v.boolean() }, kind: v.literal('phone') }),
]);

const session = v.strictObject({
  id: name,
  name: text(1, 40),
  startsAt: instant,
  endsAt: instant,
  capacity: places,
  zones: v.pipe(v.array(v.strictObject({ id: name, name: text(1, 40), capacity: places })), v.maxLength(MOST.zones)),
});

const quota = v.strictObject({
  each: v.exactOptional(places),
  own: v.exactOptional(
    v.pipe(
      fields,
      v.record(id, places),
      v.check((own) => Object.keys(own).length <= MOST.enterprises, `at most ${MOST.enterprises} enterprises`),
    ),
  ),
});

/** A plan as it comes in: its shape alone. Whether it can be carried out, and makes sense, is for the rules to say. */
export const planSchema: v.GenericSchema<unknown, Plan> = v.strictObject({
  title: text(1, 60),
  tagline: text(0, 60),
  brand: v.picklist(BRANDS),
  format: v.picklist(FORMATS),
  description: paragraphs,
  images: v.exactOptional(
    v.pipe(
      v.array(text(1, 300)),
      v.maxLength(IMAGES_MOST),
      v.check((images) => new Set(images).size === images.length, 'names one twice'),
    ),
  ),
  rules: paragraphs,
  venue: v.strictObject({
    name: text(1, 60),
    address: text(1, 120),
    latitude: degrees(90),
    longitude: degrees(180),
    checkInWithin: v.exactOptional(whole(1, 100_000)),
    holds: v.exactOptional(whole(1, 100_000)),
  }),
  allocation: v.picklist(ALLOCATIONS),
  waitlist: v.boolean(),
  onePlacePer: v.picklist(['activity', 'session']),
  companions: places,
  quota: v.exactOptional(quota),
  coolDown: v.exactOptional(v.strictObject({ absences: whole(1, 20), days: whole(1, 3_650) })),
  takesAttendance: v.boolean(),
  eligibility: v.strictObject({
    enterprises: v.exactOptional(enterprises),
    employments: v.exactOptional(v.pipe(v.array(v.picklist(EMPLOYMENTS)), v.minLength(1), v.maxLength(2))),
  }),
  questions: v.pipe(v.array(question), v.maxLength(MOST.questions)),
  opensAt: instant,
  closesAt: instant,
  cancelUntil: instant,
  sessions: v.pipe(v.array(session), v.maxLength(MOST.sessions)),
  preview: v.boolean(),
});
