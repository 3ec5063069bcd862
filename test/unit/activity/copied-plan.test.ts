import fc from 'fast-check';
import { copiedPlan, nextDayOf } from '../../../domain/activity/copied-plan';
import { planIssues, senseIssues } from '../../../domain/activity/plan-issues';
import { dayOf, startOfDay } from '../../../domain/time/shanghai';
import type { Plan, SessionPlan } from '../../../types/contract';
import { planAlone } from '../../support/organizing';
import { DAY, HOUR, NOON, plan } from '../../support/plans';
import { holds } from '../../support/seed';

const MINUTE = 60_000;
const minutes = (least: number, most: number) => fc.integer({ min: least, max: most });

const anySession = fc
  .record({ away: minutes(0, 20 * 24 * 60), length: minutes(1, 600), zones: fc.integer({ min: 0, max: 3 }) })
  .map(({ away, length, zones }): Omit<SessionPlan, 'id'> => {
    const startsAt = NOON - 300 * DAY + away * MINUTE;
    const ids = ['x', 'q7', '0'].slice(0, zones);
    return {
      ...{ name: '一场', startsAt, endsAt: startsAt + length * MINUTE, capacity: 30 },
      zones: ids.map((id) => ({ id, name: id, capacity: 10 })),
    };
  });

/** A former activity with a window before it, as the rules of a plan have it. */
const anyPlan = fc
  .record({
    sessions: fc.array(anySession, { minLength: 1, maxLength: 4 }),
    open: minutes(1, 30 * 24 * 60),
    before: minutes(0, 5 * 24 * 60),
    cancel: minutes(0, 5 * 24 * 60),
    preview: fc.boolean(),
  })
  .map(({ sessions, open, before, cancel, preview }): Plan => {
    const named = sessions.map((session, at) => ({ ...session, id: `s${9 - at}` }));
    const first = Math.min(...named.map(({ startsAt }) => startsAt));
    const closesAt = first - before * MINUTE;
    const opensAt = closesAt - open * MINUTE;
    const window = { opensAt, closesAt, cancelUntil: Math.max(opensAt, first - cancel * MINUTE) };
    const asked = { label: '问一句', required: true, kind: 'phone' as const };
    return {
      ...planAlone(plan({ ...window, preview })),
      sessions: named,
      questions: [
        { ...asked, id: 'zz' },
        { ...asked, id: 'q2' },
      ],
    };
  });
const anyNow = minutes(-200 * 24 * 60, 200 * 24 * 60).map((away) => NOON + away * MINUTE);

const inOrder = (sessions: readonly SessionPlan[]) => [...sessions].sort((a, b) => a.startsAt - b.startsAt);
const firstDay = ({ sessions }: Plan): string => dayOf(Math.min(...sessions.map(({ startsAt }) => startsAt)));
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
function copied(former: Plan, on: string, now: number): Plan {
  const copy = copiedPlan(former, on, now);
  if (!copy) throw new Error(`${on} is not to come`);
  return copy;
}
const again = (former: Plan, now: number): Plan => copied(former, nextDayOf(former, now), now);

test('held again it is on the same weekday, and everything is as many whole days away', () => {
  holds(
    fc.property(anyPlan, anyNow, (former, now) => {
      const copy = again(former, now);
      const by = startOfDay(firstDay(copy)) - startOfDay(firstDay(former));
      const before = inOrder(former.sessions);
      const moved = copy.sessions.every(({ startsAt, endsAt }, at) => {
        const { startsAt: from = 0, endsAt: until = 0 } = before[at] ?? {};
        return startsAt - from === by && endsAt - until === by;
      });
      const window = (['opensAt', 'closesAt', 'cancelUntil'] as const).every(
        (field) => former.preview || copy[field] - former[field] === by,
      );
      return weekday(firstDay(copy)) === weekday(firstDay(former)) && by % (7 * DAY) === 0 && moved && window;
    }),
  );
});

test('held again it is the first such week in which sign-up opens on a day to come', () => {
  holds(
    fc.property(anyPlan, anyNow, (former, now) => {
      const copy = again(former, now);
      const begins = former.preview ? firstDay(copy) : dayOf(copy.opensAt);
      const sooner = startOfDay(begins) - 7 * DAY;
      const by = startOfDay(firstDay(copy)) - startOfDay(firstDay(former));
      return begins > dayOf(now) && (by === 7 * DAY || dayOf(sooner) <= dayOf(now));
    }),
  );
});

test('on whatever day to come, nothing of it is past and nothing is wrong with it', () => {
  holds(
    fc.property(anyPlan, anyNow, minutes(1, 90), (former, now, days) => {
      const on = dayOf(now + days * DAY);
      const copy = copied(former, on, now);
      const wrong = [...planIssues(copy), ...senseIssues(copy)];
      return firstDay(copy) === on && copy.opensAt > now && copy.cancelUntil > now && wrong.length === 0;
    }),
  );
});

test('it has ids of its own, in the order of time, and the same places under the same names', () => {
  holds(
    fc.property(anyPlan, anyNow, (former, now) => {
      const copy = again(former, now);
      const named = (sessions: readonly SessionPlan[]) =>
        JSON.stringify(sessions.map(({ name, capacity, zones }) => [name, capacity, zones.map((zone) => zone.name)]));
      const ids = copy.sessions.map(({ id }) => id).join();
      const zones = copy.sessions.every(
        (session) =>
          session.zones.map(({ id }) => id).join() === 'a,b,c'.slice(0, Math.max(0, session.zones.length * 2 - 1)),
      );
      return (
        ids === copy.sessions.map((_, at) => `s${at + 1}`).join() &&
        copy.questions.map(({ id }) => id).join() === 'q1,q2' &&
        zones &&
        named(copy.sessions) === named(inOrder(former.sessions))
      );
    }),
  );
});

test('a day that is not to come is refused', () => {
  const former = planAlone(plan());
  expect(copiedPlan(former, dayOf(NOON), NOON)).toBeUndefined();
  expect(copiedPlan(former, dayOf(NOON - DAY), NOON)).toBeUndefined();
  expect(copiedPlan(former, dayOf(NOON + DAY), NOON)).toBeDefined();
});

test('a day so near that sign-up would have been over opens it at the next full hour, until it begins', () => {
  const former = planAlone(plan());
  const on = dayOf(NOON + DAY);
  const copy = copied(former, on, NOON + 1);
  const startsAt = NOON + DAY;
  expect(copy.sessions[0]?.startsAt).toBe(startsAt);
  expect([copy.opensAt, copy.closesAt, copy.cancelUntil]).toEqual([NOON + HOUR, startsAt, startsAt]);
});

test('venue, rules, quotas and who may come are as they were', () => {
  const former = planAlone(
    plan({
      venue: { ...plan().venue, holds: 300, checkInWithin: 200 },
      ...{
        quota: { each: 5, own: { e1: 9 } },
        eligibility: { enterprises: ['e1'] },
        coolDown: { absences: 2, days: 60 },
      },
    }),
  );
  const { venue, quota, eligibility, coolDown, rules } = former;
  expect(again(former, NOON)).toMatchObject({ venue, quota, eligibility, coolDown, rules });
});
