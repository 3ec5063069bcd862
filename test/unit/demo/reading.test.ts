import { termsOf } from '../../../domain/reading/challenge-record';
import { isbnOf } from '../../../domain/reading/isbn';
import { planIssues } from '../../../domain/reading/plan-issues';
import { standingOf } from '../../../domain/reading/standing';
import { shownTeamName } from '../../../domain/reading/team-view';
import { dayOf } from '../../../domain/time/shanghai';
import { EVERYBODY, TEAMS } from '../../../scripts/demo/reading/plans';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { INSTANTS } from './instants';

const WORTH = 2 ** 31;

describe.each(INSTANTS)('reading in the demo seen from %s', (_, now) => {
  const { reading, people } = demoYear(now);
  const { challenges, readers, checkIns, comments, boards, teams, books } = reading;
  const memberOf = (openid: string) => people.find(({ member }) => member.openid === openid)?.member._id;
  const challengeOf = (id: string) => {
    const found = challenges.find(({ _id }) => _id === id);
    if (!found) throw new Error(`no challenge ${id}`);
    return found;
  };

  it('has challenges that could be published, and twenty books with sound ISBNs', () => {
    expect(challenges.flatMap(({ plan }) => planIssues(plan))).toEqual([]);
    expect(books).toHaveLength(20);
    expect(books.filter(({ _id }) => isbnOf(_id) !== _id)).toEqual([]);
  });

  it('has sixty who read, and the worker with a streak that today would go on', () => {
    const those = readers.filter(({ challengeId }) => challengeId === EVERYBODY);
    expect(those.length).toBeGreaterThanOrEqual(60);
    const me = those.find(({ memberId }) => memberId === memberOf('demo-worker'));
    const terms = termsOf(challengeOf(EVERYBODY));
    expect(me && standingOf(me, terms, dayOf(now))).toMatchObject({ current: 19, cards: { held: 2 } });
    expect(me?.days[dayOf(now)]).toBeUndefined();
  });

  it('has nothing that was read later than now, and words for every mark', () => {
    expect(checkIns.filter(({ at }) => at >= now)).toEqual([]);
    expect(comments.filter(({ at }) => at >= now)).toEqual([]);
    const marks = readers.flatMap(({ days }) =>
      Object.values(days)
        .flat()
        .map(({ id }) => id),
    );
    expect(new Set(marks)).toEqual(new Set(checkIns.map(({ _id }) => _id)));
    expect(marks).toHaveLength(checkIns.length);
  });

  it('has boards that say what the readers’ documents do', () => {
    for (const [id, challenge] of [EVERYBODY, TEAMS].map((each) => [each, challengeOf(each)] as const)) {
      const own = Object.assign({}, ...boards.filter(({ of }) => of === `${id}.whole`).map((shard) => shard.own));
      for (const reader of readers.filter(({ challengeId }) => challengeId === id)) {
        const { days } = standingOf(reader, termsOf(challenge), dayOf(now));
        expect(Math.floor((own[reader.memberId]?.score ?? 0) / WORTH)).toBe(days);
        expect(own[reader.memberId]?.name).toBe(own[reader.memberId] && reader.name);
      }
    }
    for (const { counts, cells, shard } of boards) {
      for (const [band, count] of Object.entries(counts)) {
        expect(Object.keys(cells[`${band}_${shard}`] ?? {})).toHaveLength(count);
      }
    }
  });

  it('has teams whose members say the same, the worker leading one, and one whose name nobody has looked at', () => {
    for (const team of teams) {
      const bound = readers.filter(({ teamId }) => teamId === team._id).map(({ memberId }) => memberId);
      expect(bound.sort()).toEqual(Object.keys(team.members).sort());
    }
    expect(teams.some(({ captain }) => captain === memberOf('demo-worker'))).toBe(true);
    expect(teams.filter((team) => shownTeamName(team) !== team.name)).toHaveLength(1);
  });

  it('has no note twice', () => {
    const notes = checkIns.flatMap(({ note }) => (note === '' ? [] : [note]));
    expect(notes.length).toBeGreaterThan(60);
    expect(new Set(notes).size).toBe(notes.length);
  });

  it('has a feed with likes and comments, and notes that wait for an organizer', () => {
    const seen = checkIns.filter(({ feedKey }) => feedKey !== undefined);
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.filter(({ author }) => author === undefined)).toEqual([]);
    expect(seen.filter(({ likes }) => likes > 0).length).toBeGreaterThan(20);
    expect(seen.some(({ featured }) => featured)).toBe(true);
    expect(comments.length).toBeGreaterThan(15);
    for (const { said, comments: count } of seen) expect(Object.keys(said)).toHaveLength(count);
    expect(checkIns.filter(({ queueKey }) => queueKey !== undefined).length).toBeGreaterThan(3);
  });
});
