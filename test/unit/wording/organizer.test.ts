import {
  decidedLines,
  grantsHere,
  logNote,
  logTitle,
  managedTag,
  peopleWords,
  toldWords,
  tooSmallWords,
  touchWords,
} from '../../../domain/wording/organizer';
import { managedCardOf, planOf } from '../../screen/organizer-samples';

const NOW = Date.parse('2026-11-20T14:00:00+08:00');
const HOUR = 3_600_000;

test('how an activity stands, for those who run it', () => {
  const card = managedCardOf('a', { opensAt: NOW - HOUR, closesAt: NOW + HOUR, endsAt: NOW + 9 * HOUR });
  expect(managedTag(card, NOW)).toEqual({ words: '正在报名', live: true });
  expect(managedTag(card, NOW - 2 * HOUR).words).toBe('今天 13:00 开放');
  expect(managedTag(card, NOW + 2 * HOUR).words).toBe('报名已截止');
  expect(managedTag(card, NOW + 10 * HOUR).words).toBe('已结束');
  expect(managedTag({ ...card, state: 'draft' }, NOW).words).toBe('草稿');
});

test('whom a change touches, by name as far as names go', () => {
  const touch = { what: 'moved' as const, sessionId: 's1', people: 12, names: ['张三', '李四'] };
  expect(touchWords(touch, planOf())).toEqual({ title: '周六晚场：换了时间', who: '张三、李四等' });
  expect(touchWords({ ...touch, what: 'venue', people: 2 }, planOf()).who).toBe('张三、李四');
  expect(touchWords({ ...touch, sessionId: 's9' }, planOf()).title).toBe('场次 s9：换了时间');
});

test('names are joined, their dots begin no line, and more than are named are counted', () => {
  expect(peopleWords(['张三'], 1)).toBe('张三');
  expect(peopleWords(['张三'], 3)).toBe('张三等 3 人');
  expect(peopleWords([], 3)).toBe('3 人');
  expect(peopleWords(['买买提·艾力'], 1)).toBe('买买提\u2060·\u2060艾力');
});

test('too small says by how much', () => {
  const over = { id: 's1_a', wanted: 100, used: 186 };
  expect(tooSmallWords({ what: 'zone', ...over }, () => '草坪区')).toBe('草坪区想改成 100 个，已给出 186 个，差 86 个');
  expect(tooSmallWords({ what: 'enterprise', ...over }, () => '禾芩')).toBe('禾芩最多 100 个，已给出 186 个，差 86 个');
});

test('a decision is told exactly: who has it, who found no place, who was gone', () => {
  const names: Record<string, string> = { a: '张三', b: '李四', c: '王五' };
  const lines = decidedLines('approve', { done: ['a'], full: ['b'], gone: ['c'] }, (id) => names[id] ?? '');
  expect(lines.title).toBe('通过了 1 位');
  expect(lines.full).toBe('1 位想要的名额满了，还在待审核：李四');
  expect(lines.gone).toBe('1 位已经取消或处理过了：王五');
  expect(decidedLines('decline', { done: [], full: [], gone: [] }, () => '')).toEqual({
    title: '这次没有人变动',
    full: undefined,
    gone: undefined,
  });
});

test('the log says what, whom or how many, who and when', () => {
  const entry = { id: '1', at: NOW - HOUR, by: '王敏', what: 'decided' as const };
  expect(logTitle({ ...entry, whom: '张三' })).toBe('处理了报名：张三');
  expect(logTitle({ ...entry, count: 12 })).toBe('处理了报名：12 位');
  expect(logTitle({ ...entry, what: 'published' })).toBe('发布了活动');
  expect(logNote(entry, NOW)).toBe('王敏 · 今天 13:00');
  expect(logNote({ ...entry, by: '' }, NOW)).toBe('组织者 · 今天 13:00');
});

test('cancelling tells everybody who has a place or waits for one', () => {
  expect(toldWords({ confirmed: 4, waitlisted: 2, cancelled: 9, attended: 1 })).toEqual({
    people: 6,
    words: '已报名 4 位、候补 2 位',
  });
  expect(toldWords({}).people).toBe(0);
});

test('of the grants of a member those for this activity are shown', () => {
  const here = { role: 'volunteer' as const, scope: { kind: 'activity' as const, id: 'music' } };
  const elsewhere = { role: 'volunteer' as const, scope: { kind: 'activity' as const, id: 'other' } };
  expect(grantsHere([here, elsewhere, { role: 'organizer', scope: { kind: 'all' } }], 'music')).toEqual([here]);
});
