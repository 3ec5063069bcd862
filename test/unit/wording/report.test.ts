import { exactWords, grouped, isEmptyYear, monthShort, rateWords, shareWords } from '../../../domain/wording/report';
import { myYearOf, yearReportOf } from '../../screen/report-samples';
import { HOUR, NOON } from '../../support/plans';

test('digits stand in threes, and what is below zero has its sign before them', () => {
  expect([0, 999, 1_000, 469_000, 1_234_567, -45_000].map(grouped)).toEqual([
    ...['0', '999', '1,000', '469,000', '1,234,567', '−45,000'],
  ]);
});

test('a rate is never whole while somebody was missed, and there is none where nobody was expected', () => {
  expect(rateWords({ expected: 10_000, came: 9_999 })).toBe('99%');
  expect(rateWords({ expected: 3, came: 3 })).toBe('100%');
  expect(rateWords({ expected: 0, came: 0 })).toBe('–');
});

test('the moment up to which it is exact is said as people say it', () => {
  expect(exactWords({ exactUpTo: NOON - HOUR, now: NOON })).toBe('数字截至 今天 11:00');
  expect(exactWords({ exactUpTo: NOON - 24 * HOUR, now: NOON })).toBe('数字截至 昨天 12:00');
  expect(monthShort('2026-09')).toBe('9月');
});

test('a year is empty where nobody came, nobody was missed, nothing was given and no points moved', () => {
  const empty = yearReportOf({ times: 0, benefits: 0, missed: 0, issued: 0 });
  expect(isEmptyYear(empty)).toBe(true);
  for (const one of [{ times: 1 }, { benefits: 1 }, { missed: 1 }, { issued: 1 }])
    expect(isEmptyYear(yearReportOf({ times: 0, benefits: 0, missed: 0, issued: 0, ...one }))).toBe(false);
});

test('what is sent says what one did, and nothing where there is nothing', () => {
  expect(shareWords(myYearOf(), 2026)).toBe('今年我参加了 12 场活动、读了 2 本书，你呢');
  expect(shareWords(myYearOf({ books: [] }), 2027)).toBe('2026 年我参加了 12 场活动、读书打卡 47 天，你呢');
  expect(shareWords(myYearOf({ activities: 0, books: [], readingDays: 0, points: 5 }), 2026)).toBe('来看看你的这一年');
  expect(shareWords(undefined, 2026)).toBe('来看看你的这一年');
});
