import { answerIssues } from '../../../domain/signup/answers';
import { capOf } from '../../../domain/signup/counters';
import { ineligible } from '../../../domain/signup/eligibility';
import { ENDED, PLACED } from '../../../domain/signup/states';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { INSTANTS } from './instants';

/** Counts from the registrations alone what the pools should say. */
function recount(registrations: { counters: string[]; seats: number; state: string }[]) {
  const counted: Record<string, number> = {};
  for (const { counters, seats, state } of registrations) {
    if (!PLACED.some((placed) => placed === state)) continue;
    for (const counter of counters) counted[counter] = (counted[counter] ?? 0) + seats;
  }
  return counted;
}

const nonZero = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));

describe.each(INSTANTS)('places of the demo seen from %s', (_, now) => {
  const { activities, people } = demoYear(now);
  const members = new Map(people.map(({ member }) => [member._id, member]));

  it('are taken exactly as often as registrations hold one, and never beyond what there is', () => {
    for (const { pool, registrations } of activities) {
      expect(nonZero(pool?.used ?? {})).toEqual(recount(registrations));
      for (const [counter, used] of Object.entries(pool?.used ?? {})) {
        expect(used).toBeLessThanOrEqual(capOf(pool?.terms.caps ?? {}, counter) ?? 0);
      }
    }
  });

  it('are claimed by the very members whose registrations hold them, one each', () => {
    for (const { activity, pool, registrations } of activities) {
      const held = registrations.filter(({ state }) => PLACED.includes(state));
      const claims = Object.entries(pool?.claims ?? {}).map(([member, claim]) => `${member} ${claim.registration}`);
      expect(claims.sort()).toEqual(held.map(({ memberId, _id }) => `${memberId} ${_id}`).sort());
      expect(registrations.every(({ activityId }) => activityId === activity._id)).toBe(true);
    }
  });

  it('went to active members who may come, within the window, with answers that pass', () => {
    const faults = activities.flatMap(({ activity, registrations }) =>
      registrations.flatMap(({ _id, memberId, enterpriseId, signedUpAt, answers }) => {
        const member = members.get(memberId);
        if (!member || enterpriseId !== member.enterpriseId) return [`${_id}: whose is it`];
        const inTime = signedUpAt >= activity.opensAt && signedUpAt < activity.closesAt && signedUpAt <= now;
        const joined = member.status === 'active' && (member.joinedAt ?? now) <= signedUpAt;
        const issues = answerIssues(activity.questions, answers).map(({ path, message }) => `${path} ${message}`);
        const barred = ineligible(activity.eligibility, member)?.why;
        return [...issues, ...(barred ? [barred] : []), ...(inTime && joined ? [] : [`${_id}: at the wrong time`])];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('were attended or missed where it is over, and are waited for, offered or confirmed where it is not', () => {
    const registrations = activities.flatMap((staged) => staged.registrations);
    const over = new Set(registrations.filter(({ endsAt }) => endsAt <= now).map(({ state }) => state));
    const toCome = new Set(registrations.filter(({ endsAt }) => endsAt > now).map(({ state }) => state));
    for (const state of over) expect(['attended', 'absent', 'cancelled']).toContain(state);
    for (const state of ['confirmed', 'waitlisted', 'offered', 'applied', 'attended']) expect(toCome).toContain(state);
  });

  it('are waited for in the order of coming, by people who have none', () => {
    for (const { queue, registrations } of activities) {
      const waiting = registrations.filter(({ state }) => state === 'waitlisted').map(({ _id }) => _id);
      expect((queue?.entries ?? []).map(({ registration }) => registration).sort()).toEqual(waiting.sort());
      const times = (queue?.entries ?? []).map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('have a record for each who was there, and count those who came at the gate', () => {
    for (const { pool, registrations, participations } of activities) {
      const came = registrations.filter(({ state }) => state === 'attended');
      expect(participations.map(({ registrationId }) => registrationId).sort()).toEqual(
        came.map(({ _id }) => _id).sort(),
      );
      const seats = came.reduce((sum, each) => sum + each.seats, 0);
      const sessions = pool?.terms.sessions ?? [];
      expect(sessions.reduce((sum, { id }) => sum + (pool?.arrived[id] ?? 0), 0)).toBe(seats);
    }
    expect(
      activities.flatMap(({ registrations }) => registrations).filter(({ state }) => !ENDED.includes(state)).length,
    ).toBeGreaterThan(0);
  });

  it('carry ids that are nobody else’s', () => {
    const ids = activities.flatMap(({ registrations }) => registrations.map(({ _id }) => _id));
    const requests = activities.flatMap(({ registrations }) => registrations.flatMap((each) => each.requests));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
    for (const { id } of requests) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });
});
