import { hasBegun, managedTag } from '../../../domain/wording/challenge';
import {
  goalWords,
  readersWords,
  remindAtOf,
  remindTime,
  roomOf,
  seenExample,
  teamWords,
  typedInvite,
} from '../../../domain/wording/feed';
import { hideWords, queuedKind, queuedWords } from '../../../domain/wording/queued';
import type { ChallengePlan } from '../../../types/contract';

test('a time of the day is minutes and back, to the last minute, and nothing else is one', () => {
  for (const [time, minutes] of [
    ['00:00', 0],
    ['07:05', 425],
    ['23:59', 1_439],
  ] as const) {
    expect(remindAtOf(time)).toBe(minutes);
    expect(remindTime(minutes)).toBe(time);
  }
  for (const none of ['24:00', '7:05', '12:60', '']) expect(remindAtOf(none)).toBeUndefined();
});

test('an invite is the code alone, however it came', () => {
  expect(typedInvite(' AB12CD34 ')).toBe('AB12CD34');
  expect(typedInvite('https://x.cn/#/team/index?id=winter&invite=AB12CD34&from=chat')).toBe('AB12CD34');
  expect(typedInvite('   ')).toBe('');
});

test('readers who are not seen are counted and not named', () => {
  expect(readersWords({ count: 0, names: [] })).toBe('还没有同事读过');
  expect(readersWords({ count: 3, names: [] })).toBe('3 位同事读过');
  expect(readersWords({ count: 2, names: ['王敏', '李同事'] })).toBe('2 位同事读过，有王敏、李同事');
  expect(readersWords({ count: 5, names: ['王敏'] })).toBe('5 位同事读过，有王敏等');
});

test('below three a team says how many it lacks, at ten it has no room', () => {
  const members = Array.from({ length: 10 }, () => ({ name: '王同事', days: 1, minutes: 20 }));
  expect(teamWords({ members: members.slice(0, 2), days: 2, complete: false })).toBe('还差 1 位就能上小队榜');
  expect(teamWords({ members: members.slice(0, 3), days: 3, complete: true })).toBe('3 位队友，一共读了 3 天');
  expect(roomOf({ members })).toBe(0);
});

test('a goal that was reached stays reached, whatever was taken back since', () => {
  expect(goalWords({ days: 90, goalOn: '2026-11-20' }, 100)).toBe('目标 100 天，已经达成');
  expect(goalWords({ days: 90 }, 100)).toBe('目标 100 天，还差 10 天');
});

test('who is not seen has no name to show; a double surname stays whole', () => {
  expect(seenExample('欧阳敏', 'surname')).toBe('欧阳同事');
  expect(seenExample('欧阳敏', 'nobody')).toBeUndefined();
  expect(seenExample(undefined, 'name')).toBeUndefined();
});

test('a report is said before anything else that brought it to a human', () => {
  const photos = ['a'];
  expect(queuedWords({ state: 'human', photos, reports: ['广告'] })).toBe('1 人举报');
  expect(queuedWords({ state: 'human', photos, reports: [] })).toBe('有照片，要人看一眼');
  expect(queuedWords({ state: 'waiting-for-author', photos: [], reports: [] })).toContain('作者很久没来');
});

describe('a challenge at the desk', () => {
  const plan: ChallengePlan = {
    ...{ title: '', tagline: '', description: [], rewards: [], startsOn: '2026-11-20', endsOn: '2026-12-31' },
    ...{ rule: { kind: 'minutes', least: 20 }, entry: 'personal' },
  };
  const at = (time: string): number => Date.parse(`${time}+08:00`);

  test('has begun with the first instant of its first day in Shanghai; a draft never has', () => {
    expect(hasBegun({ state: 'published', plan }, at('2026-11-20T00:00:00'))).toBe(true);
    expect(hasBegun({ state: 'published', plan }, at('2026-11-20T00:00:00') - 1)).toBe(false);
    expect(hasBegun({ state: 'draft', plan }, at('2026-11-25T00:00:00'))).toBe(false);
  });

  test('is live only while people read in it', () => {
    const challenge = { id: 'winter', plan, readers: 1 };
    expect(managedTag({ ...challenge, state: 'published', phase: 'running' })).toEqual({ words: '进行中', live: true });
    expect(managedTag({ ...challenge, state: 'published', phase: 'over' }).live).toBe(false);
    expect(managedTag({ ...challenge, state: 'closed', phase: 'closed' })).toEqual({ words: '提前结束', live: false });
  });
});

test('what is judged is a note, a comment or the name of a team', () => {
  expect([{}, { commentId: 'c1' }, { teamId: 't1' }].map(queuedKind)).toEqual(['note', 'comment', 'team']);
  const said = { author: '王同事', text: '药谷书虫' };
  expect(hideWords(said)).toBe('不放出王同事的这条随感');
  expect(hideWords({ ...said, commentId: 'c1' })).toBe('不放出王同事的这条评论');
  expect(hideWords({ ...said, teamId: 't1' })).toBe('不放出“药谷书虫”这个队名');
});
