import { answerIssues } from '../../../domain/signup/answers';
import { ineligible } from '../../../domain/signup/eligibility';
import { HELD } from '../../../domain/signup/states';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { INSTANTS } from './instants';

/** Counts from the registrations alone what the pools should say. */
function recount(registrations: { sessionId: string; zoneId?: string; seats: number; state: string }[]) {
  const counted: Record<string, number> = {};
  for (const { sessionId, zoneId, seats, state } of registrations) {
    if (!HELD.some((held) => held === state)) continue;
    counted[sessionId] = (counted[sessionId] ?? 0) + seats;
    if (zoneId !== undefined) counted[`${sessionId}_${zoneId}`] = (counted[`${sessionId}_${zoneId}`] ?? 0) + seats;
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
        expect(used).toBeLessThanOrEqual(pool?.terms.caps[counter] ?? 0);
      }
    }
  });

  it('are claimed by the very members whose registrations hold them, one each', () => {
    for (const { activity, pool, registrations } of activities) {
      const held = registrations.filter(({ state }) => HELD.includes(state));
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

  it('were attended where it is over, and are only confirmed where it is not', () => {
    const registrations = activities.flatMap((staged) => staged.registrations);
    const held = registrations.filter(({ state }) => state !== 'cancelled');
    expect(held.filter(({ endsAt, state }) => (endsAt <= now ? state !== 'attended' : state !== 'confirmed'))).toEqual(
      [],
    );
  });

  it('carry ids that are nobody else’s', () => {
    const ids = activities.flatMap(({ registrations }) => registrations.map(({ _id }) => _id));
    const requests = activities.flatMap(({ registrations }) => registrations.flatMap((each) => each.requests));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
    for (const { id } of requests) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });
});
