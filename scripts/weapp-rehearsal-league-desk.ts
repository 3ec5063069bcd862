const HOUR = 3_600_000;

/** What the rehearsal's cloud answers organizers about leagues: one that is drawn, with a match in dispute. */
export function leagueDeskAnswers(now: number): Record<string, unknown> {
  const [startsAt, endsAt] = [now + HOUR, now + 3 * HOUR];
  const one = { kind: 'entry', id: 'none', name: '禾芩一队', enterpriseName: '禾芩' };
  const match = {
    ...{ id: 'first.A.1.1', stage: 'first', group: 'A', round: 1, state: 'disputed' },
    ...{ sides: [one, { kind: 'entry', id: 'other', name: '康诺队' }], startsAt, endsAt, court: '一号台' },
  };
  const plan = {
    ...{
      title: '乒乓球赛',
      tagline: '一起打',
      brand: 'vital',
      description: ['带拍子'],
      discipline: 'table-tennis-team',
    },
    venue: { name: '馆', address: '东门', latitude: 39, longitude: 116 },
    ...{ opensAt: now - HOUR, lockAt: now, most: 8, rest: 10, answer: 60 },
    format: { first: { kind: 'groups', groups: 1, rounds: 1, bestOf: 5, minutes: 20 } },
    courts: [{ id: 'c1', name: '一号台', openings: [{ startsAt, endsAt }] }],
  };
  const managed = {
    ...{ id: 'none', state: 'drawn', plan, rev: 3, scheduled: true, now },
    entries: { all: 2, complete: 2, withdrawn: 0 },
    stages: [{ id: 'first', kind: 'groups', name: '小组赛', groups: ['A'], matches: 1, played: 0 }],
    matches: { all: 1, scheduled: 1, played: 0, reported: 0 },
    ...{ disputed: [match], lotsDue: [{ stage: 'first', group: 'A' }], draws: [{ seed: 'abc', at: now }] },
    referees: [{ memberId: 'm', name: '林同事', courts: ['c1'] }],
    log: [{ at: now, by: '林同事', what: 'drawn' }],
  };
  const card = {
    ...{ id: 'none', title: plan.title, brand: plan.brand, discipline: plan.discipline, state: 'drawn' },
    ...{ startsAt, endsAt, entries: 2 },
  };
  return {
    managedLeagues: { items: [card] },
    managedLeague: managed,
    previewLeague: {
      ...{ stages: [{ name: '小组赛', matches: 1 }], matches: 1, neededMinutes: 20, openMinutes: 120 },
      ...{ leastCourts: 1, courts: 1, finish: endsAt, issues: [] },
    },
    previewSchedule: { fits: true, items: [match], finish: endsAt, moved: [], lacks: [], now },
  };
}
