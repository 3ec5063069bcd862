import { letterAt } from '../../../domain/activity/zone-letter';
import { DAY_MS, instantAt, wallTime } from '../../../domain/time/shanghai';
import type { Question } from '../../../types/contract/activity';
import type { Plan, SessionPlan } from '../../../types/contract/plan';
import type { Allocation, Brand, Employment, EnterpriseId, Format } from '../../../types/vocabulary';

export interface ZoneForm {
  id: string;
  name: string;
  capacity: string;
}

export interface SessionForm {
  id: string;
  name: string;
  /** As a date field has it; see ui/date-time. */
  startsAt: string;
  endsAt: string;
  /** Empty where zones make it up. */
  capacity: string;
  zones: ZoneForm[];
}

export type QuestionKind = Question['kind'];

/** A question with everything that any kind of it needs: changing the kind back loses nothing. */
export interface QuestionForm {
  id: string;
  label: string;
  required: boolean;
  kind: QuestionKind;
  maxLength: string;
  min: string;
  max: string;
  /** One a line. */
  options: string;
}

/** A plan as it is typed: everything a text, so that it can be half done, kept and compared. */
export interface PlanForm {
  title: string;
  tagline: string;
  brand: Brand | '';
  format: Format | '';
  /** A paragraph a line. */
  description: string;
  rules: string;
  /** Files of the storage: they are up there before the form is saved. */
  images: string[];
  venueName: string;
  venueAddress: string;
  /** Latitude and longitude as maps give them, in either order. */
  venuePoint: string;
  checkInWithin: string;
  venueHolds: string;
  sessions: SessionForm[];
  preview: boolean;
  opensAt: string;
  closesAt: string;
  cancelUntil: string;
  allocation: Allocation;
  waitlist: boolean;
  onePlacePer: 'activity' | 'session';
  companions: string;
  quotaEach: string;
  /** Quotas of single enterprises: shown and set elsewhere, kept here. */
  quotaOwn: Record<EnterpriseId, number>;
  employments: Employment[];
  enterprises: EnterpriseId[];
  takesAttendance: boolean;
  coolDown: boolean;
  absences: string;
  coolDays: string;
  questions: QuestionForm[];
}

export const newSession = (id: string): SessionForm => ({
  id,
  name: '',
  startsAt: '',
  endsAt: '',
  capacity: '',
  zones: [],
});

export const newQuestion = (id: string): QuestionForm => ({
  ...{ id, label: '', required: true, kind: 'text', maxLength: '100', min: '0', max: '10', options: '' },
});

/** What a new activity begins with: first come, with a queue, presence proved. */
export const EMPTY_FORM: PlanForm = {
  ...{ title: '', tagline: '', brand: '', format: '', description: '', rules: '', images: [] },
  ...{ venueName: '', venueAddress: '', venuePoint: '', checkInWithin: '', venueHolds: '' },
  sessions: [newSession('s1')],
  ...{ preview: false, opensAt: '', closesAt: '', cancelUntil: '' },
  ...{ allocation: 'first-come', waitlist: true, onePlacePer: 'activity', companions: '0' },
  ...{ quotaEach: '', quotaOwn: {}, employments: [], enterprises: [] },
  ...{ takesAttendance: true, coolDown: false, absences: '2', coolDays: '60', questions: [] },
};

/** The whole number that was typed, or `undefined`. */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The same, below nought too: what a number question may ask for. */
export function integerOf(typed: string): number | undefined {
  const text = typed.trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '');

/** China's latitudes end where its longitudes have not begun, so either order is understood. */
export function pointOf(typed: string): { latitude: number; longitude: number } | undefined {
  const [first = Number.NaN, second = Number.NaN, ...more] = typed
    .trim()
    .split(/[\s,，;；]+/)
    .map((part) => (/^\d{1,3}(\.\d{1,12})?$/.test(part) ? Number(part) : Number.NaN));
  const [latitude, longitude] = first < second ? [first, second] : [second, first];
  const known = more.length === 0 && latitude >= 3 && latitude <= 54 && longitude >= 73 && longitude <= 136;
  return known ? { latitude, longitude } : undefined;
}

export const sumOfZones = ({ zones }: Pick<SessionForm, 'zones'>): number =>
  zones.reduce((sum, { capacity }) => sum + (numberOf(capacity) ?? 0), 0);

function sessionForm({ id, name, startsAt, endsAt, capacity, zones }: SessionPlan): SessionForm {
  const form = {
    ...{ id, name, startsAt: wallTime(startsAt), endsAt: wallTime(endsAt), capacity: String(capacity) },
    zones: zones.map((zone) => ({ ...zone, capacity: String(zone.capacity) })),
  };
  return zones.length > 0 && sumOfZones(form) === capacity ? { ...form, capacity: '' } : form;
}

function questionForm(question: Question): QuestionForm {
  const { id, label, required, kind } = question;
  const form = { ...newQuestion(id), label, required, kind };
  switch (question.kind) {
    case 'text':
      return { ...form, maxLength: String(question.maxLength) };
    case 'number':
      return { ...form, min: String(question.min), max: String(question.max) };
    case 'choice':
      return { ...form, options: question.options.join('\n') };
    case 'phone':
      return form;
    default:
      return question satisfies never;
  }
}

/** A plan as its form shows it. */
export function formFrom(plan: Plan): PlanForm {
  const { venue, quota, coolDown, eligibility } = plan;
  const { title, tagline, brand, format, preview, allocation, waitlist, onePlacePer, takesAttendance } = plan;
  return {
    ...{ title, tagline, brand, format, preview, allocation, waitlist, onePlacePer, takesAttendance },
    description: plan.description.join('\n'),
    rules: plan.rules.join('\n'),
    images: plan.images ?? [],
    venueName: venue.name,
    venueAddress: venue.address,
    venuePoint: `${venue.latitude}, ${venue.longitude}`,
    checkInWithin: venue.checkInWithin === undefined ? '' : String(venue.checkInWithin),
    venueHolds: venue.holds === undefined ? '' : String(venue.holds),
    sessions: plan.sessions.map(sessionForm),
    opensAt: wallTime(plan.opensAt),
    closesAt: wallTime(plan.closesAt),
    cancelUntil: wallTime(plan.cancelUntil),
    companions: String(plan.companions),
    quotaEach: quota?.each === undefined ? '' : String(quota.each),
    quotaOwn: quota?.own ?? {},
    employments: eligibility.employments ?? [],
    enterprises: eligibility.enterprises ?? [],
    coolDown: coolDown !== undefined,
    absences: String(coolDown?.absences ?? EMPTY_FORM.absences),
    coolDays: String(coolDown?.days ?? EMPTY_FORM.coolDays),
    questions: plan.questions.map(questionForm),
  };
}

function sessionFrom(form: SessionForm): SessionPlan {
  return {
    id: form.id,
    name: form.name.trim(),
    startsAt: instantAt(form.startsAt) ?? 0,
    endsAt: instantAt(form.endsAt) ?? 0,
    capacity: form.zones.length > 0 && form.capacity.trim() === '' ? sumOfZones(form) : (numberOf(form.capacity) ?? 0),
    zones: form.zones.map(({ id, name, capacity }) => ({ id, name: name.trim(), capacity: numberOf(capacity) ?? 0 })),
  };
}

function questionFrom({ id, label, required, kind, ...form }: QuestionForm): Question {
  const common = { id, label: label.trim(), required };
  switch (kind) {
    case 'text':
      return { ...common, kind, maxLength: numberOf(form.maxLength) ?? 0 };
    case 'number':
      return { ...common, kind, min: integerOf(form.min) ?? 0, max: integerOf(form.max) ?? 0 };
    case 'choice':
      return { ...common, kind, options: linesOf(form.options) };
    case 'phone':
      return { ...common, kind };
    default:
      return kind satisfies never;
  }
}

function venueFrom(form: PlanForm): Plan['venue'] {
  const [checkInWithin, holds] = [numberOf(form.checkInWithin), numberOf(form.venueHolds)];
  return {
    name: form.venueName.trim(),
    address: form.venueAddress.trim(),
    ...(pointOf(form.venuePoint) ?? { latitude: 0, longitude: 0 }),
    ...(checkInWithin === undefined ? {} : { checkInWithin }),
    ...(holds === undefined ? {} : { holds }),
  };
}

/** When sign-up is; of what is only announced it is not settled, and something that fits stands in its place. */
function windowFrom(
  form: PlanForm,
  sessions: readonly SessionPlan[],
): Pick<Plan, 'opensAt' | 'closesAt' | 'cancelUntil'> {
  const first = Math.min(...sessions.map(({ startsAt }) => startsAt));
  const settled = { closesAt: instantAt(form.closesAt), opensAt: instantAt(form.opensAt) };
  const closesAt = settled.closesAt ?? (form.preview ? first - DAY_MS : 0);
  const opensAt = settled.opensAt ?? (form.preview ? closesAt - 7 * DAY_MS : 0);
  return { opensAt, closesAt, cancelUntil: instantAt(form.cancelUntil) ?? closesAt };
}

/** The plan that a form without faults means. */
export function planFrom(form: PlanForm): Plan {
  const { title, tagline, preview, allocation, waitlist, onePlacePer, takesAttendance } = form;
  const sessions = form.sessions.map(sessionFrom);
  const each = numberOf(form.quotaEach);
  const quota = { ...(each === undefined ? {} : { each }), ...(hasAny(form.quotaOwn) ? { own: form.quotaOwn } : {}) };
  return {
    ...{ preview, allocation, waitlist, onePlacePer, takesAttendance, sessions },
    title: title.trim(),
    tagline: tagline.trim(),
    brand: form.brand === '' ? 'vital' : form.brand,
    format: form.format === '' ? 'show' : form.format,
    description: linesOf(form.description),
    rules: linesOf(form.rules),
    ...(form.images.length > 0 ? { images: form.images } : {}),
    venue: venueFrom(form),
    companions: numberOf(form.companions) ?? 0,
    ...(hasAny(quota) ? { quota } : {}),
    ...(form.coolDown
      ? { coolDown: { absences: numberOf(form.absences) ?? 0, days: numberOf(form.coolDays) ?? 0 } }
      : {}),
    eligibility: {
      ...(form.enterprises.length > 0 ? { enterprises: form.enterprises } : {}),
      ...(form.employments.length > 0 ? { employments: form.employments } : {}),
    },
    questions: form.questions.map(questionFrom),
    ...windowFrom(form, sessions),
  };
}

const hasAny = (fields: object): boolean => Object.keys(fields).length > 0;

/** The first of `s1`, `s2` … that was never used: an id that comes back would be taken for what it named before. */
export function nextNumber(prefix: string, used: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!used.includes(`${prefix}${number}`)) return `${prefix}${number}`;
}

/** The first of `a`, `b` … `z`, `a2` … that was never used. */
export function nextLetter(used: readonly string[]): string {
  for (let place = 0; ; place += 1) if (!used.includes(letterAt(place))) return letterAt(place);
}
