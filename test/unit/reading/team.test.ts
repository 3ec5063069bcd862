import {
  credited,
  isComplete,
  joined,
  type TeamChange,
  type TeamRecord,
  teamTotal,
  withdrawn,
} from '../../../domain/reading/team';

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
