import { instantAt } from '../../../domain/time/shanghai';
import { planFaults } from '../../../src/features/organizer/plan-faults';
import {
  EMPTY_FORM,
  formFrom,
  newQuestion,
  nextLetter,
  nextNumber,
  type PlanForm,
  planFrom,
  pointOf,
} from '../../../src/features/organizer/plan-form';
import { ruleFaults } from '../../../src/features/organizer/plan-rules';
import type { Plan } from '../../../types/contract/plan';
import { managedOf, planOf } from '../../screen/organizer-samples';

test('a plan that went through the form is the plan that it was', () => {
  const plan = planOf({ images: ['cloud://park.7061/activity/a.jpg', 'cloud://park.7061/activity/b.jpg'] });
  expect(planFrom(formFrom(plan))).toEqual(plan);
});

test('so is one with as little as a plan can have', () => {
  const { quota: _quota, coolDown: _coolDown, ...rest } = planOf();
  const plan: Plan = { ...rest, rules: [], questions: [], eligibility: {}, preview: true };
  expect(planFrom(formFrom(plan))).toEqual(plan);
});

test('zones that make up their session leave its number empty, and follow when one changes', () => {
  const form = formFrom(planOf());
  expect(form.sessions.map(({ capacity }) => capacity)).toEqual(['', '80']);
  const zones = form.sessions[0]?.zones.map((zone) => (zone.id === 'a' ? { ...zone, capacity: '250' } : zone)) ?? [];
  const sessions = form.sessions.map((session) => (session.id === 's1' ? { ...session, zones } : session));
  expect(planFrom({ ...form, sessions }).sessions[0]?.capacity).toBe(350);
});

test('a session with fewer places than its zones together keeps its own number', () => {
  const plan = planOf();
  const sessions = plan.sessions.map((session) => ({ ...session, capacity: 60 }));
  const form = formFrom({ ...plan, sessions });
  expect(form.sessions[0]?.capacity).toBe('60');
  expect(planFrom(form).sessions).toEqual(sessions);
});

test('dates are those of Shanghai, wherever the phone is', () => {
  const opensAt = Date.parse('2026-11-28T18:30:00+08:00');
  expect(formFrom(planOf({ opensAt })).opensAt).toBe('2026-11-28T18:30');
  expect(instantAt('2026-11-28T18:30')).toBe(opensAt);
});

test('coordinates are understood in either order, and nothing else is', () => {
  const point = { latitude: 39.796, longitude: 116.506 };
  expect(pointOf('39.796, 116.506')).toEqual(point);
  expect(pointOf(' 116.506，39.796 ')).toEqual(point);
  for (const text of ['', '39.796', '39.796,116.506,5', '116,117', 'abc,def', '-39,116']) {
    expect(pointOf(text)).toBeUndefined();
  }
});

test('what is only announced gets a window that fits, and closes before it starts', () => {
  const form = { ...formFrom(planOf()), preview: true, opensAt: '', closesAt: '', cancelUntil: '' };
  const plan = planFrom(form);
  expect(plan.opensAt).toBeLessThan(plan.closesAt);
  expect(plan.closesAt).toBeLessThan(plan.sessions[0]?.startsAt ?? 0);
  expect(plan.cancelUntil).toBe(plan.closesAt);
});

test('ids go on from those that ever were', () => {
  expect(nextNumber('s', ['s1', 's3', 's1_a'])).toBe('s2');
  expect(nextLetter(['a', 'b'])).toBe('c');
  expect(nextLetter('abcdefghijklmnopqrstuvwxyz'.split(''))).toBe('a2');
});

describe('what is wrong is said before anything is sent', () => {
  const good = formFrom(planOf());
  const session = good.sessions[1];
  const changed = (part: Partial<PlanForm>): Record<string, string> => planFaults({ ...good, ...part });
  const ofSession = (part: Partial<NonNullable<typeof session>>): Record<string, string> =>
    changed({ sessions: session ? [{ ...session, ...part }] : [] });

  test('nothing in what is right', () => expect(planFaults(good)).toEqual({}));

  test('everything that an empty form lacks', () => {
    expect(Object.keys(planFaults(EMPTY_FORM))).toEqual([
      ...['title', 'tagline', 'brand', 'format', 'description'],
      ...['sessions.s1.name', 'sessions.s1.startsAt', 'sessions.s1.endsAt', 'sessions.s1.capacity'],
      ...['venue.name', 'venue.address', 'venue.point', 'opensAt', 'closesAt'],
    ]);
  });

  const cases: [string, Record<string, string>, string[]][] = [
    ['an end before its start', ofSession({ endsAt: session?.startsAt ?? '' }), ['sessions.s2.endsAt']],
    ['places that are no number', ofSession({ capacity: '8O' }), ['sessions.s2.capacity']],
    ['a session that is too large', ofSession({ capacity: '20001' }), ['sessions', 'sessions.s2.capacity']],
    ['no session at all', changed({ sessions: [] }), ['sessions']],
    ['closing before opening', changed({ closesAt: good.opensAt }), ['closesAt']],
    ['closing after the end', changed({ closesAt: '2099-01-01T10:00' }), ['closesAt']],
    ['cancelling after the end', changed({ cancelUntil: '2099-01-01T10:00' }), ['cancelUntil']],
    ['six companions', changed({ companions: '6' }), ['companions']],
    ['a quota that is no number', changed({ quotaEach: 'x' }), ['quota.each']],
    ['a cool-down of nothing', changed({ absences: '0' }), ['coolDown.absences']],
    ['a question without words', changed({ questions: [newQuestion('q1')] }), ['questions.q1.label']],
    [
      'a choice of one',
      changed({ questions: [{ ...newQuestion('q1'), label: '班车', kind: 'choice', options: '不坐' }] }),
      ['questions.q1.options'],
    ],
    [
      'a range turned round',
      changed({ questions: [{ ...newQuestion('q1'), label: '几岁', kind: 'number', min: '5', max: '1' }] }),
      ['questions.q1.range'],
    ],
  ];
  test.each(cases)('%s', (_what, faults, paths) => expect(Object.keys(faults)).toEqual(paths));

  test('a cool-down that is off, and a window that is not announced, are not asked about', () => {
    expect(changed({ coolDown: false, absences: '' })).toEqual({});
    expect(changed({ preview: true, opensAt: '', closesAt: '' })).toEqual({});
  });

  test('zones named alike', () => {
    const zones = good.sessions[0]?.zones.map((zone) => ({ ...zone, name: '草坪区' })) ?? [];
    expect(Object.keys(ofSession({ zones, capacity: '' }))).toEqual(['sessions.s2.zones']);
  });
});

describe("the server's own rules are asked on the phone", () => {
  const managed = managedOf();
  const form = formFrom(managed.plan);
  const now = Date.now();

  test('what is right is right there too', () => expect(ruleFaults(form, managed, now)).toEqual({}));

  test('what people signed up to stays, unless nobody could yet', () => {
    const other: PlanForm = { ...form, allocation: 'first-come', quotaEach: '', preview: true };
    expect(Object.keys(ruleFaults(other, managed, now))).toEqual(['allocation', 'preview', 'quota.each']);
    expect(ruleFaults(other, { ...managed, state: 'draft' }, now)).toEqual({});
    expect(ruleFaults(other, undefined, now)).toEqual({});
  });

  test('a draw is not held yet', () => {
    expect(ruleFaults({ ...form, allocation: 'draw' }, undefined, now)).toEqual({ allocation: '摇号还没有开放' });
  });
});

test('a line is one line, whatever was pasted into it', () => {
  expect(planFrom({ ...formFrom(planOf()), rules: '凭票\t入场\r\n\n  不带玻璃瓶 ' }).rules).toEqual([
    '凭票 入场',
    '不带玻璃瓶',
  ]);
});
