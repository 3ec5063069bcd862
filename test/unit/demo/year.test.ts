import { planIssues } from '../../../domain/activity/plan-issues';
import { isImage } from '../../../domain/member/photo';
import { phaseOf } from '../../../domain/signup/phase';
import { leftInSession, leftOf } from '../../../domain/signup/pool';
import { DAY_MS, dayOf, monthOf, startOfDay } from '../../../domain/time/shanghai';
import { yearOfActivities } from '../../../scripts/demo/activities/year';
import { Calendar } from '../../../scripts/demo/calendar';
import { ENTERPRISES } from '../../../scripts/demo/enterprises';
import type { Staged } from '../../../scripts/demo/stage';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { BRANDS } from '../../../types/vocabulary';
import { INSTANTS } from './instants';

const plansAt = (now: number) => yearOfActivities(new Calendar(now)).map(({ plan }) => plan);

function left({ activity, pool }: Staged): number {
  if (!pool) return activity.sessions.reduce((sum, { capacity }) => sum + capacity, 0);
  const stock = { caps: pool.terms.caps, used: pool.used };
  return pool.terms.sessions.reduce((sum, session) => sum + leftInSession(stock, session), 0);
}

function phase(staged: Staged, now: number) {
  return phaseOf({ ...staged.activity, cancelled: false, left: left(staged) }, now);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe.each(INSTANTS)('the demo year seen from %s', (_, now) => {
  const year = demoYear(now);
  const byId = new Map(year.activities.map((staged) => [staged.activity._id, staged]));
  const staged = (id: string): Staged => {
    const found = byId.get(id);
    if (!found) throw new Error(`no activity ${id}`);
    return found;
  };

  it('has plans that can be published, each under its own id', () => {
    const plans = plansAt(now);
    expect(plans.flatMap(planIssues)).toEqual([]);
    expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length);
    for (const { id } of plans) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
  });

  it('has a picture that a plan may name, so that whoever changes or copies its activity is not refused', () => {
    const images = plansAt(now).flatMap((plan) => plan.images ?? []);
    expect(images.length).toBeGreaterThan(0);
    expect(images.filter((image) => !isImage(image, 'local-env'))).toEqual([]);
  });

  it('has something in every phase, and all four brands to sign up for', () => {
    const phases = new Set(year.activities.map((each) => phase(each, now)));
    expect([...phases].sort()).toEqual(['closed', 'ended', 'full', 'open', 'preview', 'soon']);
    const open = year.activities.filter((each) => phase(each, now) === 'open');
    expect(new Set(open.map(({ activity }) => activity.brand))).toEqual(new Set(BRANDS));
  });

  it('shows the music festival first come, open, two to three weeks ahead, with places in all but the front row', () => {
    const festival = staged('music-festival');
    const { pool } = festival;
    const days = (startOfDay(dayOf(festival.activity.startsAt)) - startOfDay(dayOf(now))) / DAY_MS;
    expect(phase(festival, now)).toBe('open');
    expect(days).toBeGreaterThanOrEqual(14);
    expect(days).toBeLessThanOrEqual(21);
    const left = (zone: string) => pool && leftOf({ caps: pool.terms.caps, used: pool.used }, zone);
    expect(['s1_a', 's1_b', 's1_c'].map((zone) => (left(zone) ?? 0) > 0)).toEqual([true, true, false]);
  });

  it('opens one tomorrow at ten, ends one today, and has one with two places left', () => {
    expect(staged('mentor-pairs').activity.opensAt).toBe(startOfDay(dayOf(now)) + DAY_MS + 10 * 3_600_000);
    expect(dayOf(staged('exercise-contest').activity.endsAt)).toBe(dayOf(now));
    expect(phase(staged('aed-contest'), now)).toBe('open');
    expect(left(staged('aed-contest'))).toBe(2);
  });

  it('lets people sign up only for what works: first come or by approval, no teams, no previews among it', () => {
    for (const { activity, pool } of year.activities) {
      expect(pool === undefined).toBe(activity.preview || activity.state === 'draft');
      if (!activity.preview) expect(['first-come', 'approval']).toContain(activity.allocation);
      if (activity.format === 'league') expect(activity.preview).toBe(true);
    }
  });

  it('keeps summer things in summer and winter things in winter', () => {
    const monthOfActivity = (id: string) => monthOf(staged(id).activity.startsAt).slice(5);
    expect(monthOfActivity('summer-cool')).toBe('07');
    expect(monthOfActivity('winter-warm')).toBe('12');
    expect(monthOfActivity('spring-couplets')).toBe('01');
  });

  it('reaches over a year at most, half behind and half ahead', () => {
    for (const { activity } of year.activities) expect(Math.abs(activity.startsAt - now)).toBeLessThan(190 * DAY_MS);
  });
});

describe('the words of the demo', () => {
  const [, now] = INSTANTS[0] ?? ['', 0];
  const plans = plansAt(now);

  it('never raises its voice', () => {
    const texts = [...textsOf(plans), ...textsOf(ENTERPRISES), ...textsOf(demoYear(now).people.map((p) => p.member))];
    expect(texts.filter((text) => /[!！]/.test(text))).toEqual([]);
  });

  it('fits the card: taglines of at most 24 characters, titles of at most 40, one of them long on purpose', () => {
    expect(plans.filter(({ tagline }) => [...tagline].length > 24 || tagline === '')).toEqual([]);
    const lengths = plans.map(({ title }) => [...title].length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
    expect(lengths.filter((length) => length > 24)).toHaveLength(1);
  });

  it('says enough and not too much: two to four paragraphs, three to five rules', () => {
    for (const { description, rules } of plans) {
      expect([2, 3, 4]).toContain(description.length);
      expect([3, 4, 5]).toContain(rules.length);
    }
  });

  it('shows every kind of activity: two sessions, many zones, some enterprises alone, new-form employment alone', () => {
    expect(plans.some(({ sessions }) => sessions.length === 2)).toBe(true);
    expect(plans.some(({ sessions }) => sessions.some(({ zones }) => zones.length >= 8))).toBe(true);
    expect(plans.some(({ eligibility }) => (eligibility.enterprises?.length ?? 0) > 1)).toBe(true);
    expect(plans.some(({ eligibility }) => eligibility.employments?.join() === 'new-form')).toBe(true);
  });

  it('names about forty enterprises, each once, and lets eligibility name only those', () => {
    expect(ENTERPRISES).toHaveLength(40);
    expect(new Set(ENTERPRISES.map(({ name }) => name)).size).toBe(40);
    expect(new Set(ENTERPRISES.map(({ nameKey }) => nameKey)).size).toBe(40);
    const known = new Set(ENTERPRISES.map(({ _id }) => _id));
    const named = plans.flatMap(({ eligibility }) => eligibility.enterprises ?? []);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('lies within a few kilometres of the park', () => {
    for (const { venue } of plans) {
      expect(Math.abs(venue.latitude - 39.68)).toBeLessThan(0.03);
      expect(Math.abs(venue.longitude - 116.33)).toBeLessThan(0.03);
    }
  });
});
