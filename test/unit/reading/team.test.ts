import {
  credited,
  isComplete,
  joined,
  newTeam,
  type TeamChange,
  type TeamRecord,
  teamTotal,
  withdrawn,
} from '../../../domain/reading/team';
import { shownTeamName, teamOwn, teamView } from '../../../domain/reading/team-view';

const TODAY = '2026-11-20';

function team(days: number[], more: Partial<TeamRecord> = {}): TeamRecord {
  const members = Object.fromEntries(
    days.map((each, at) => [
      `m${at}`,
      { rev: 5, days: each, minutes: each * 30, joinedOn: `2026-11-0${(at % 9) + 1}` },
    ]),
  );
  return {
    _id: 't1',
    v: 1,
    rev: 0,
    challengeId: 'c1',
    name: '三楼读书会',
    moderation: { state: 'pending', text: 1, photos: false, tries: 0 },
    at: 0,
    invite: 'ABCD2345',
    captain: 'm0',
    members,
    requests: [],
    ...more,
  };
}

function changed(change: TeamChange | { kind: string }): TeamRecord {
  if (!('team' in change)) throw new Error(change.kind);
  return change.team;
}

const from = (memberId: string, days: number, rev = 6) => ({ memberId, rev, days, minutes: days * 30 });

test('the days of all add up', () => {
  expect(teamTotal(team([3, 4, 5]))).toEqual({ days: 12, minutes: 360 });
});

test.each([
  [2, false],
  [3, true],
  [10, true],
])('%i are a team: %s', (size, complete) => {
  expect(isComplete(team(Array.from({ length: size }, () => 1)))).toBe(complete);
});

test('the eleventh is refused, and who is in it already joins it again', () => {
  const full = team(Array.from({ length: 10 }, () => 1));
  expect(joined(full, from('m99', 1), { today: TODAY })).toMatchObject({ refusal: 'TEAM_FULL', detail: { most: 10 } });
  expect(joined(full, from('m3', 1), { today: TODAY })).toEqual({ kind: 'known' });
});

test('who joins brings their days, and who leaves takes them along', () => {
  const four = changed(joined(team([3, 4, 5]), from('m9', 7), { today: TODAY }));
  expect(teamTotal(four).days).toBe(19);
  expect(four.members.m9?.joinedOn).toBe(TODAY);
  expect(teamTotal(changed(withdrawn(four, 'm1'))).days).toBe(15);
});

test('when the captain leaves, who has been there longest leads; the last one ends it', () => {
  const left = changed(withdrawn(team([3, 4, 5]), 'm0'));
  expect(left.captain).toBe('m1');
  expect(changed(withdrawn(left, 'm2')).captain).toBe('m1');
  expect(withdrawn(team([3]), 'm0')).toEqual({ kind: 'end' });
  expect(withdrawn(team([3]), 'm7')).toEqual({ kind: 'known' });
});

test('news of a member that come late or twice change nothing', () => {
  const news = changed(credited(team([3, 4, 5]), from('m1', 9, 7), { today: TODAY }));
  expect(teamTotal(news).days).toBe(17);
  expect(credited(news, from('m1', 9, 7), { today: TODAY })).toEqual({ kind: 'known' });
  expect(credited(news, from('m1', 8, 6), { today: TODAY })).toEqual({ kind: 'known' });
  expect(credited(news, from('m7', 8, 6), { today: TODAY })).toEqual({ kind: 'known' });
});

describe('the goal', () => {
  const context = { goal: 14, today: TODAY };

  test('is reached on the day on which the days add up to it, and not a day before', () => {
    expect(changed(credited(team([3, 4, 5]), from('m1', 5), context)).goalOn).toBeUndefined();
    expect(changed(credited(team([3, 4, 5]), from('m1', 6), context)).goalOn).toBe(TODAY);
  });

  test('stays reached, whatever is taken back', () => {
    const reached = team([3, 6, 5], { goalOn: '2026-11-18' });
    for (const days of [2, 9]) {
      expect(changed(credited(reached, from('m1', days), context)).goalOn).toBe('2026-11-18');
    }
    expect(changed(withdrawn(reached, 'm1')).goalOn).toBe('2026-11-18');
  });

  test('is none for two, and can be reached by the third who joins', () => {
    expect(changed(credited(team([10, 10]), from('m1', 11), context)).goalOn).toBeUndefined();
    expect(changed(joined(team([10, 10]), from('m9', 0), context)).goalOn).toBe(TODAY);
  });
});

const named = (state: 'passed' | 'pending' | 'rejected', captain?: string): TeamRecord => {
  const made = team([3, 4, 5], { moderation: { state, text: 1, photos: false, tries: 0 } });
  const { m0, ...others } = made.members;
  if (!m0) throw new Error('nobody leads');
  return { ...made, members: { ...others, m0: { ...m0, ...(captain !== undefined && { name: captain }) } } };
};

test.each([
  ['passed', '王晓禾', '三楼读书会'],
  ['pending', '王晓禾', '王同事的小队'],
  ['rejected', '王同事', '王同事的小队'],
  ['pending', '欧阳同事', '欧阳同事的小队'],
  ['pending', undefined, '一支小队'],
] as const)('others see a name that is %s, of the captain %s, as %s', (state, captain, shown) => {
  expect(shownTeamName(named(state, captain))).toBe(shown);
});

test('from three on a team is ranked, by all days together; before that nobody sees it', () => {
  expect(teamOwn(named('passed'))).toEqual({ rev: 0, score: 12 * 2 ** 31 + 360, name: '三楼读书会' });
  expect(teamOwn(team([3, 4]))).toEqual({ rev: 0, score: 7 * 2 ** 31 + 210 });
});

test('one’s own team has its invite, its own name, and those who are seen by name', () => {
  expect(teamView(named('pending', '王晓禾'), 'm1')).toEqual({
    ...{ id: 't1', name: '三楼读书会', nameState: 'pending', invite: 'ABCD2345', captain: false },
    members: [
      { name: '王晓禾', days: 3, minutes: 90 },
      { name: '一位同事', days: 4, minutes: 120, mine: true },
      { name: '一位同事', days: 5, minutes: 150 },
    ],
    ...{ days: 12, minutes: 360, complete: true },
  });
  expect(teamView(named('pending'), 'm0').captain).toBe(true);
});

test('a new team has its founder with their days, and its name waits to be looked at', () => {
  const about = { _id: 't9', challengeId: 'c1', name: '新队', invite: 'ABCD2345' };
  const made = newTeam(about, { ...from('m5', 4), name: '李同事' }, { today: TODAY, goal: 3 }, 1_000);
  expect(made).toMatchObject({ captain: 'm5', moderation: { state: 'pending', text: 1 }, checkAt: 1_000 });
  expect(made.members).toEqual({ m5: { rev: 6, days: 4, minutes: 120, name: '李同事', joinedOn: TODAY } });
  // One is no team: what it reached is celebrated when there are three.
  expect(made.goalOn).toBeUndefined();
});

test('a member who is seen otherwise from now on is so in the team too', () => {
  const seen = changed(credited(team([3, 4, 5]), { ...from('m1', 4), name: '李晓' }, { today: TODAY }));
  expect(seen.members.m1?.name).toBe('李晓');
  expect(changed(credited(seen, from('m1', 4, 7), { today: TODAY })).members.m1).not.toHaveProperty('name');
});
