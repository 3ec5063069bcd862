import { openReader, type ReaderRecord } from '../../../domain/reading/reader';
import { lackingOn, nextReminder, reminder } from '../../../domain/reading/reminder';
import { challengePlan } from '../../support/challenges';
import { DAY, HOUR, NOON } from '../../support/plans';

const TODAY = '2026-11-20';
const terms = { id: 'c1', ...challengePlan() };
const self = { memberId: 'm1', enterpriseId: 'e1', enterpriseName: '' };

test('the next one is later today, or tomorrow where that minute has come', () => {
  expect(nextReminder(20 * 60, NOON)).toBe(NOON + 8 * HOUR);
  expect(nextReminder(12 * 60, NOON)).toBe(NOON + DAY);
  expect(nextReminder(12 * 60, NOON - 1)).toBe(NOON);
  expect(nextReminder(0, NOON)).toBe(NOON + 12 * HOUR);
});

const read = (minutes: number): ReaderRecord => {
  const mark = { id: 'q1', minutes, pages: 0, characters: 0, at: NOON };
  return { ...openReader(terms, self, '2026-11-10'), days: { [TODAY]: [mark] } };
};
const lacks = (reader: ReaderRecord, day = TODAY) => lackingOn([{ reader, terms, title: '共读' }], day);

test('whoever has not read enough today is reminded, and whoever has is not', () => {
  expect(lacks({ ...read(0), days: {} })).toMatchObject({ title: '共读' });
  expect(lacks(read(29))).toMatchObject({ title: '共读' });
  expect(lacks(read(30))).toBeUndefined();
});

test('outside the challenge, and before one counts in it, there is nothing to be reminded of', () => {
  expect(lacks(read(30), '2026-11-09')).toBeUndefined();
  expect(lacks(read(30), '2026-12-10')).toBeUndefined();
  expect(lacks({ ...read(30), joinedOn: '2026-11-22' }, '2026-11-21')).toBeUndefined();
});

test('there is one a day, and none an hour after its time', () => {
  const late = reminder('m1', NOON, '共读', NOON + HOUR - 1);
  expect(late).toMatchObject({ _id: `reading.m1.${TODAY}`, kind: 'reading', offerUntil: NOON + HOUR, tries: 0 });
  expect(late).not.toHaveProperty('key');
  expect(reminder('m1', NOON, '共读', NOON + HOUR)).toBeUndefined();
});
