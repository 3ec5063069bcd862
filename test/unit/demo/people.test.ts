import { digestOfText } from '../../../domain/id/base32';
import { MOBILE, phoneKey, rosterId } from '../../../domain/member/phone';
import { DAY_MS, dayOf, startOfDay } from '../../../domain/time/shanghai';
import { Calendar } from '../../../scripts/demo/calendar';
import { loadMember } from '../../../scripts/demo/crowd';
import { ENTERPRISES } from '../../../scripts/demo/enterprises';
import { DEMO_ENVIRONMENT } from '../../../scripts/demo/environment';
import { recordsOf } from '../../../scripts/demo/person';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { INSTANTS } from './instants';

const NOW = INSTANTS[0]?.[1] ?? 0;
const year = demoYear(NOW);
const whoIs = (openid: string) => year.people.find(({ member }) => member.openid === openid);

describe('the people of the demo', () => {
  it('each have their own account, phone and member id, found under the digest of the account', () => {
    for (const part of ['_id', 'openid', 'phone', 'phoneKey', 'callerKey'] as const) {
      expect(new Set(year.people.map(({ member }) => member[part])).size).toBe(year.people.length);
    }
    for (const { member, caller } of year.people) {
      expect(caller._id).toBe(digestOfText(member.openid));
      expect(caller.memberId).toBe(member._id);
      expect([caller.status, caller.enterpriseId, caller.grants]).toEqual([
        member.status,
        member.enterpriseId,
        member.grants,
      ]);
      expect(member._id).toMatch(/^[a-z][a-z2-7]{23}$/);
      expect(member.phone).toMatch(MOBILE);
    }
  });

  it('have the roles that the identity switcher names, and the visitor has no documents', () => {
    expect(whoIs('demo-visitor')).toBeUndefined();
    expect(whoIs('demo-worker')?.member).toMatchObject({ status: 'active', grants: [] });
    expect(whoIs('demo-pending')?.member.status).toBe('pending');
    expect(whoIs('demo-admin')?.member).toMatchObject({ status: 'active', grants: [] });
    expect(DEMO_ENVIRONMENT.FIRST_ADMIN_OPENID).toBe('demo-admin');
    expect(whoIs('demo-organizer')?.caller.grants).toEqual([{ role: 'organizer', scope: { kind: 'all' } }]);
    const officer = whoIs('demo-officer')?.member;
    expect(officer?.grants).toEqual([
      { role: 'unit-officer', scope: { kind: 'enterprise', id: officer?.enterpriseId } },
    ]);
  });

  it('wait in the officer’s enterprise and in others', () => {
    const home = whoIs('demo-officer')?.member.enterpriseId;
    const waiting = year.people.filter(({ member }) => member.status === 'pending');
    const here = waiting.filter(({ member }) => member.enterpriseId === home);
    expect(waiting).toHaveLength(13);
    expect(here).toHaveLength(8);
    expect(waiting.filter(({ member }) => member.askedAt > NOW)).toEqual([]);
  });

  it('are on a roster where they were approved, and on none while they wait', () => {
    for (const { member, roster } of year.people) {
      const entry = { enterpriseId: member.enterpriseId, phoneKey: phoneKey(member.phone, DEMO_ENVIRONMENT.PHONE_KEY) };
      expect(roster).toEqual(member.status === 'active' ? entry : undefined);
    }
  });

  it('leave one number that every roster knows and one that none does', () => {
    const entries = [...year.rosters, ...year.people.flatMap(({ roster }) => roster ?? [])];
    const rosters = new Set(entries.map(({ enterpriseId, phoneKey: key }) => rosterId(enterpriseId, key)));
    const knows = (phone: string) =>
      ENTERPRISES.filter(({ _id }) => rosters.has(rosterId(_id, phoneKey(phone, DEMO_ENVIRONMENT.PHONE_KEY))));
    expect(knows('13800138001')).toHaveLength(ENTERPRISES.length);
    expect(knows('13800138002')).toEqual([]);
    expect(year.people.filter(({ member }) => /^1380013800/.test(member.phone))).toEqual([]);
  });

  it('are named, called and known by their account in members alone', () => {
    const elsewhere = JSON.stringify([year.activities, year.people.map(({ caller, roster }) => [caller, roster])]);
    for (const { openid, phone } of year.people.map(({ member }) => member)) {
      if (elsewhere.includes(openid) || elsewhere.includes(phone)) throw new Error(`${openid} is found elsewhere`);
    }
    const text = new Set(elsewhere.match(/"[^"]*"/g));
    expect(year.people.filter(({ member }) => text.has(`"${member.name}"`))).toEqual([]);
  });

  it('number the members for load from 1, spread over all enterprises', () => {
    const cal = new Calendar(NOW);
    const load = Array.from({ length: 80 }, (_, at) => recordsOf(loadMember(cal, at + 1)));
    expect(load[0]?.member.openid).toBe('load-000001');
    expect(load.every(({ member, caller }) => member.status === 'active' && caller.status === 'active')).toBe(true);
    expect(load.every(({ member }) => /^199\d{8}$/.test(member.phone))).toBe(true);
    expect(new Set(load.map(({ member }) => member.enterpriseId)).size).toBe(ENTERPRISES.length);
  });
});

describe.each(INSTANTS)('the demo’s worker seen from %s', (_, now) => {
  const { people, activities } = demoYear(now);
  const me = people.find(({ member }) => member.openid === 'demo-worker')?.member._id;
  const mine = activities.flatMap(({ registrations }) => registrations).filter(({ memberId }) => memberId === me);

  it('has three to come, one of them tomorrow, two attended and one given back, and waits in three ways', () => {
    const toCome = mine.filter(({ state, endsAt }) => state === 'confirmed' && endsAt > now);
    const tomorrow = dayOf(startOfDay(dayOf(now)) + DAY_MS);
    expect(toCome).toHaveLength(3);
    // The one in an hour may be tomorrow's too, late in the evening.
    const run = toCome.filter(({ activityId, endsAt }) => activityId !== 'lawn-stage' && dayOf(endsAt) === tomorrow);
    expect(run).toHaveLength(1);
    expect(mine.filter(({ state }) => state === 'attended')).toHaveLength(2);
    for (const state of ['cancelled', 'offered', 'waitlisted', 'applied']) {
      expect(mine.filter((each) => each.state === state)).toHaveLength(1);
    }
    expect(mine).toHaveLength(9);
  });

  it('gave back in time, and the pool remembers it', () => {
    const given = mine.find(({ state }) => state === 'cancelled');
    const pool = activities.find(({ activity }) => activity._id === given?.activityId)?.pool;
    expect(given?.cancelledAt).toBeLessThanOrEqual(Math.min(now, given?.cancelUntil ?? 0));
    expect(given?.cancelledAt).toBeGreaterThan(given?.signedUpAt ?? 0);
    expect(pool?.past[me ?? '']?.requests).toEqual([{ id: given?.requests[0]?.id, registration: given?._id }]);
  });
});

describe('the demo', () => {
  it('is the same for the same instant', () => {
    // As text: the runner takes ten seconds to compare them part by part.
    expect(JSON.stringify(demoYear(NOW)) === JSON.stringify(year)).toBe(true);
  });

  it('keeps its ids whenever it is made', () => {
    const idsAt = (now: number) => {
      const { people, activities } = demoYear(now);
      return [people.map(({ member }) => member._id), activities.map(({ activity }) => activity._id)];
    };
    expect(JSON.stringify(idsAt(NOW + 40 * DAY_MS)) === JSON.stringify(idsAt(NOW))).toBe(true);
  });
});
