import { clashesOf, type Neighbour, sameVenue } from '../../../domain/activity/venue-clash';
import { HOUR, plan, session } from '../../support/plans';

const [mine] = [session('s1', 50)];
const venue = { ...plan().venue, name: '职工活动中心 多功能厅' };
const { startsAt, endsAt } = mine;

const other = (name: string, ...times: [from: number, until: number][]): Neighbour => ({
  ...{ _id: 'other', title: '别的活动', venue: { name } },
  sessions: times.map(([from, until]) => ({ startsAt: from, endsAt: until })),
});
const clashes = (...others: Neighbour[]) => clashesOf({ venue, sessions: [mine] }, others);

test.each([['职工活动中心多功能厅'], ['职工活动中心·多功能厅'], [' 职工活动中心　多功能厅 ']])(
  'a venue is known by its name, however it is spaced: %s',
  (name) => {
    expect(sameVenue(venue, { name })).toBe(true);
  },
);

test('a room of the same house is another venue', () => {
  expect(sameVenue(venue, { name: '职工活动中心球馆' })).toBe(false);
  expect(clashes(other('职工活动中心球馆', [startsAt, endsAt]))).toEqual([]);
});

test('full-width letters are letters', () => {
  expect(sameVenue({ name: 'A 座 3 层' }, { name: 'Ａ座３层' })).toBe(true);
});

test('what begins as ours ends, or ends as ours begins, is in nobody’s way', () => {
  const around = other(venue.name, [startsAt - HOUR, startsAt], [endsAt, endsAt + HOUR]);
  expect(clashes(around)).toEqual([]);
});

test('one that is on meanwhile is named with its times, the earliest first', () => {
  const late = other(venue.name, [endsAt - 1, endsAt + HOUR]);
  const early = { ...other(venue.name, [startsAt - HOUR, startsAt + 1]), _id: 'early', title: '早一点的' };
  expect(clashes(late, early)).toEqual([
    { sessionId: 's1', activityId: 'early', title: '早一点的', startsAt: startsAt - HOUR, endsAt: startsAt + 1 },
    { sessionId: 's1', activityId: 'other', title: '别的活动', startsAt: endsAt - 1, endsAt: endsAt + HOUR },
  ]);
});
