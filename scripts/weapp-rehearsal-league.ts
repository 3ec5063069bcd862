const HOUR = 3_600_000;

/** What the rehearsal's cloud answers workers about leagues: one of each, with every part that a page can show. */
export function leagueAnswers(now: number): Record<string, unknown> {
  const [startsAt, endsAt] = [now + HOUR, now + 2 * HOUR];
  const one = { kind: 'entry', id: 'none', name: '禾芩一队', enterpriseName: '禾芩', mine: true };
  const other = { kind: 'entry', id: 'other', name: '康诺队' };
  const fixture = { sides: [one, other], startsAt, endsAt, court: '一号台' };
  const games = [
    [11, 7],
    [11, 9],
    [11, 3],
  ];
  const outcome = { kind: 'played', score: { kind: 'games', games } };
  const inGroup = { ...fixture, id: 'first.A.1.1', stage: 'first', group: 'A', round: 1, state: 'unplayed' };
  const final = { ...fixture, id: 'final.1.1', stage: 'final', round: 1, state: 'reported', wins: [3, 0], winner: 0 };
  const stages = [
    { id: 'first', kind: 'groups', name: '小组赛', groups: ['A'], matches: 1, played: 0 },
    { id: 'final', kind: 'knockout', name: '淘汰赛', groups: [], matches: 1, played: 0 },
  ];
  const format = { first: { kind: 'groups', groups: 1, rounds: 1, bestOf: 5, minutes: 20 } };
  const card = {
    ...{ id: 'none', title: '乒乓球赛', tagline: '一起打', brand: 'vital', discipline: 'table-tennis-team' },
    ...{ phase: 'playing', opensAt: now - HOUR, lockAt: now, startsAt, endsAt, venueName: '馆', entries: 2, most: 8 },
  };
  const mine = { ...one, players: 4, missing: 0 };
  const player = { memberId: 'm', name: '林同事', enterpriseName: '禾芩', captain: true, mine: true };
  const entry = {
    ...{ ...mine, leagueId: 'none', limits: { least: 3, most: 5, lineup: 3 }, invite: 'AB12CD34', captain: true },
    ...{ roster: [player, { ...player, memberId: 'n', mine: false, substitute: true }], lockAt: endsAt },
    ...{ fixtures: [inGroup], now },
  };
  const row = { entry: one, place: { from: 1, to: 1 }, played: 1, won: 1, points: 2, games: [3, 0], why: '积分 2 分' };
  const venue = { name: '馆', address: '东门', latitude: 39, longitude: 116 };
  const detail = {
    ...{ ...card, description: ['带拍子'], venue, format, version: 1, courts: [{ id: 'c1', name: '一号台' }], stages },
    ...{ draws: [{ seed: 'abc', at: now }], mine, captain: true, follows: [], next: [inGroup, final] },
    ...{ placings: [{ entry: mine, place: { from: 1, to: 1 } }], referees: [], now },
  };
  const dispute = { by: 0, at: now, words: '填反了', photos: ['cloud://a.b/1.jpg'], claims: outcome };
  const match = {
    ...{ ...final, leagueId: 'none', leagueTitle: '乒乓球赛', discipline: { id: 'table-tennis-singles', version: 1 } },
    ...{ bestOf: 5, knockout: true, outcome, reportedBy: 1, mySide: 0, dueAt: endsAt, dispute, venueName: '馆', now },
    acts: ['report', 'confirm', 'dispute', 'take-back', 'enter', 'correct'],
  };
  return {
    leagues: { items: [card], now },
    mine: { items: [{ league: card, entry: mine, next: inGroup }], now },
    league: detail,
    entries: { items: [mine] },
    entry,
    tables: { tables: [{ stage: 'first', group: 'A', rows: [row], complete: false, lotsDue: false }], now },
    fixtures: { rounds: 1, items: [final], now },
    schedule: { items: [inGroup], now },
    fixture: match,
    invite: { league: { ...card, phase: 'open' }, entry: mine, captainName: '林同事', left: 1, lockAt: endsAt, now },
  };
}
