import { entriesThatPlayed } from '../../../domain/league/awards';
import { missing } from '../../../domain/league/entry';
import { inPlaces } from '../../../domain/league/finishing';
import { leaguePlanIssues } from '../../../domain/league/league-plan-issues';
import type { LeagueRecord } from '../../../domain/league/league-record';
import { disciplineOfLeague, matchOf, resolved } from '../../../domain/league/league-state';
import { COUNTING } from '../../../domain/league/result-states';
import { outcomeIssue } from '../../../domain/league/score-issue';
import { leaguePart } from '../../../domain/participation/league-part';
import { dayOf } from '../../../domain/time/shanghai';
import { ESPORTS, PING_PONG, ROPE, SHUTTLE, TEAM_DRAFT } from '../../../scripts/demo/leagues/plans';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { INSTANTS } from './instants';

describe.each(INSTANTS)('leagues in the demo seen from %s', (_, now) => {
  const { leagues: staged, people, benefits } = demoYear(now);
  const { leagues, leagueEntries, players, participations, messages } = staged;
  const idOf = (openid: string) => people.find(({ member }) => member.openid === openid)?.member._id ?? '';
  const me = idOf('demo-worker');
  const leagueOf = (id: string): LeagueRecord => {
    const found = leagues.find(({ _id }) => _id === id);
    if (!found) throw new Error(`no league ${id}`);
    return found;
  };
  const entriesOf = (id: string) => leagueEntries.filter(({ leagueId }) => leagueId === id);
  const myEntry = (id: string) => entriesOf(id).find(({ members }) => members.includes(me));

  it('are one in each state, with plans that can be carried out', () => {
    const states = [ESPORTS, PING_PONG, ROPE, SHUTTLE, TEAM_DRAFT].map((id) => leagueOf(id).state);
    expect(states).toEqual(['open', 'drawn', 'drawn', 'finished', 'draft']);
    expect(leagues.flatMap(({ plan }) => leaguePlanIssues(plan))).toEqual([]);
    expect(leagueOf(ESPORTS).plan.lockAt).toBeGreaterThan(now);
    expect(leagueOf(ESPORTS).plan.opensAt).toBeLessThan(now);
  });

  it('resolve: every result is between those who should have met, and one that the discipline can produce', () => {
    for (const league of leagues.filter(({ stages }) => stages.length > 0)) {
      const { fixtures, misfits } = resolved(league);
      expect(misfits).toEqual([]);
      for (const { fixture, entries } of fixtures.values()) {
        const { result, entries: between, placement } = matchOf(league, fixture.id);
        if (!result.outcome) continue;
        expect(between).toEqual(entries);
        const knockout = fixture.group === undefined;
        const length = { match: disciplineOfLeague(league).match, bestOf: fixture.bestOf };
        expect(outcomeIssue(result.outcome, length, knockout)).toBeUndefined();
        expect(placement?.endsAt).toBeLessThan(now);
      }
    }
  });

  it('have rosters and players that agree, nobody twice, and as many places as entries', () => {
    const places = leagueEntries.flatMap(({ _id, leagueId, members, roster, captain }) => {
      expect(Object.keys(roster)).toEqual(members);
      expect(members).toContain(captain);
      return members.map((memberId) => `${leagueId} ${memberId} ${_id}`);
    });
    const playing = players.filter(({ entryId }) => entryId !== undefined);
    const said = playing.map(({ leagueId, memberId, entryId }) => `${leagueId} ${memberId} ${entryId}`);
    expect(said.sort()).toEqual(places.sort());
    expect(new Set(players.map(({ _id }) => _id)).size).toBe(players.length);
    for (const { _id, count, claims, plan } of leagues) {
      expect(Object.keys(claims).sort()).toEqual(
        entriesOf(_id)
          .map((entry) => entry._id)
          .sort(),
      );
      expect(entriesOf(_id)).toHaveLength(count);
      expect(count).toBeLessThanOrEqual(plan.most);
    }
    const joined = leagueEntries.flatMap(({ roster }) => Object.values(roster).map(({ joinedAt }) => joinedAt));
    expect(Math.max(...joined)).toBeLessThan(now);
  });

  it('let the worker invite two, and others lack people too', () => {
    const rules = disciplineOfLeague(leagueOf(ESPORTS)).entry;
    const mine = myEntry(ESPORTS);
    expect(mine).toMatchObject({ captain: me });
    expect(mine && missing(mine, rules)).toBe(2);
    const lacking = entriesOf(ESPORTS).filter((entry) => missing(entry, rules) > 0);
    expect(lacking.length).toBeGreaterThan(2);
    expect(entriesOf(ESPORTS).length - lacking.length).toBeGreaterThanOrEqual(8);
  });

  it('have a match of the worker today, one that waits for their word, and one on which two disagree', () => {
    const league = leagueOf(PING_PONG);
    const found = [...resolved(league).fixtures.values()].map(({ fixture, entries }) => {
      return { ...matchOf(league, fixture.id), mine: entries.includes(myEntry(PING_PONG)?._id), entries };
    });
    const today = found.filter(({ placement, mine }) => mine && dayOf(placement?.startsAt ?? 0) === dayOf(now));
    expect(today.map(({ result }) => result.state)).toEqual(['unplayed']);
    const waiting = found.filter(({ result }) => result.state === 'reported');
    expect(waiting).toHaveLength(1);
    expect(waiting[0]?.mine).toBe(true);
    const by = waiting[0]?.result.reportedBy ?? 0;
    expect(waiting[0]?.entries[by]).not.toBe(myEntry(PING_PONG)?._id);
    expect(waiting[0]?.result.dueAt).toBeGreaterThan(now);
    expect(messages).toMatchObject([{ memberId: me, kind: 'match-reported' }]);
    const argued = found.filter(({ result }) => result.state === 'disputed');
    expect(argued.map(({ result }) => (result.dispute?.words ?? '').length > 10)).toEqual([true]);
    expect(league.referees[idOf('demo-referee')]).toContain(argued[0]?.placement?.court);
  });

  it('have a champion, and records and points for those who took part', () => {
    const league = leagueOf(SHUTTLE);
    const [first] = inPlaces(league);
    expect(league.entrants[first ?? '']?.name).toBe(league.champion);
    expect(entriesThatPlayed(league).size).toBe(12);
    const took = participations.map(({ registrationId }) => registrationId).sort();
    expect(new Set(participations.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(took).toEqual(
      entriesOf(SHUTTLE)
        .flatMap(({ _id, members }) => members.map((memberId) => leaguePart({ entryId: _id, memberId })))
        .sort(),
    );
    const placed = benefits.entries.filter(({ cause }) => cause.kind === 'placing');
    const champions = entriesOf(SHUTTLE).find(({ _id }) => _id === first)?.members;
    const points = placed.filter(({ memberId }) => champions?.includes(memberId)).map((entry) => entry.points);
    expect(points).toEqual([30, 30]);
    expect(placed).toHaveLength(6);
  });

  it('have the tug-of-war drawn with a time for every match, all to come, and the worker follows a team', () => {
    const league = leagueOf(ROPE);
    const found = [...resolved(league).fixtures.values()].filter(({ entries }) => !entries.includes(null));
    for (const { fixture } of found) expect(matchOf(league, fixture.id).placement?.startsAt).toBeGreaterThan(now);
    expect(players.find(({ leagueId, memberId }) => leagueId === ROPE && memberId === me)?.follows).toHaveLength(1);
  });

  it('leave nothing to be told, and only matches that have an end of their own to look at', () => {
    expect(leagues.filter(({ tellings }) => tellings !== undefined)).toEqual([]);
    const results = leagues.flatMap((league) => Object.keys(league.matches).map((key) => matchOf(league, key).result));
    const counting = results.filter(({ state }) => COUNTING.includes(state));
    expect(counting.length).toBeGreaterThan(50);
  });
});

describe('ids of leagues in the demo', () => {
  it('are the same whenever it is made', () => {
    const [one, other] = [INSTANTS[0], INSTANTS[1]].map((instant) => demoYear(instant?.[1] ?? 0).leagues);
    const ids = (of: typeof one) =>
      [of?.leagues, of?.leagueEntries, of?.players, of?.participations].map((list) => list?.map(({ _id }) => _id));
    expect(ids(one)).toEqual(ids(other));
    const invites = (of: typeof one) => of?.leagueEntries.map(({ invite }) => invite);
    expect(invites(one)).toEqual(invites(other));
  });
});
