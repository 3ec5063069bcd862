import { awardsOf, withAwards, writtenOut } from '../../../domain/reading/awards';
import { calendarOf } from '../../../domain/reading/calendar';
import { AwardBook } from '../../support/award-book';
import { type Diary, lived, TERMS, wall } from '../../support/reading-diary';

const NOW = wall('2026-12-30 12:00');
const named = () => [3, 7];
const due = (diary: Diary) => awardsOf(diary.on('2026-12-30'), named);

/** Tells the book of what follows from the diary as it stands. */
function tell(diary: Diary, book: AwardBook): string[] {
  const next = withAwards(diary.reader, due(diary), NOW);
  book.take(next);
  diary.reader = writtenOut(next, next.pending.length);
  return book.says;
}

test('each day that counts has points, and the days on which the streak reached what the rules name', () => {
  const says = tell(lived('RRRR'), new AwardBook());
  expect(says).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-03 for 3', '2026-11-04']);
});

test('a streak reaches a number once, and the next streak again', () => {
  const bonuses = tell(lived('RRRR-RRRRRRR'), new AwardBook()).filter((each) => each.includes('for'));
  expect(bonuses).toEqual(['2026-11-03 for 3', '2026-11-08 for 3', '2026-11-12 for 7']);
});

test('a day that a card fills has neither, and the bonus comes with the real day that reaches it', () => {
  expect(tell(lived('RRFR'), new AwardBook())).toEqual(['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-04 for 3']);
});

test('the rules of each day name their numbers', () => {
  const { real } = lived('RRRRRRR').on('2026-12-30');
  const changing = (day: string) => (day < '2026-11-05' ? [5] : [7]);
  expect(awardsOf({ real }, changing).filter(({ days }) => days !== undefined)).toEqual([
    { day: '2026-11-07', days: 7 },
  ]);
});

test('told again, nothing is new', () => {
  const diary = lived('RRR');
  const once = writtenOut(withAwards(diary.reader, due(diary), NOW), 4);
  expect(withAwards(once, due(diary), NOW)).toBe(once);
});

test('a check-in that is removed takes its points back, and the bonuses that rested on it', () => {
  const [diary, book] = [lived('RRRRRRR'), new AwardBook()];
  tell(diary, book);
  diary.removeDay('2026-11-04');
  expect(tell(diary, book)).toEqual([
    '2026-11-01',
    '2026-11-02',
    '2026-11-03',
    '2026-11-03 for 3',
    '2026-11-05',
    '2026-11-06',
    '2026-11-07',
    '2026-11-07 for 3',
  ]);
});

test('read again on the same day, the points come again, under another cause', () => {
  const [diary, book] = [lived('RRR'), new AwardBook()];
  tell(diary, book);
  diary.removeDay('2026-11-03');
  expect(tell(diary, book)).toEqual(['2026-11-01', '2026-11-02']);
  diary.readFrom('2026-11-03', 1);
  expect(tell(diary, book)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-03 for 3']);
});

test('a late check-in for a filled day moves the bonus to where the streak reaches it now', () => {
  const [diary, book] = [lived('RRFR'), new AwardBook()];
  tell(diary, book);
  diary.checkIn(wall('2026-11-03 22:00'), wall('2026-11-05 08:00'));
  expect(tell(diary, book)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-03 for 3', '2026-11-04']);
});

test('what is pending is due for a sweep until all of it is written out', () => {
  const diary = lived('RR');
  const told = withAwards(diary.reader, due(diary), NOW);
  expect(told.dueAt).toBe(NOW + 20_000);
  expect(writtenOut(told, 1)).toMatchObject({ pending: [{ do: 'earn', day: '2026-11-02' }], dueAt: NOW + 20_000 });
  expect(writtenOut(told, 2)).not.toHaveProperty('dueAt');
});

test('the calendar is shaded by minutes, a day that counts is never blank, and a filled one is no read one', () => {
  const diary = lived('RFR-');
  diary.checkIn(wall('2026-11-05 20:00'), undefined, 19);
  for (const [day, minutes] of [
    ['2026-11-06', 40],
    ['2026-11-07', 60],
    ['2026-11-08', 2_000],
  ] as const)
    diary.checkIn(wall(`${day} 20:00`), undefined, minutes);
  const days = calendarOf(diary.reader, TERMS, '2026-10-26', '2026-11-08');
  expect(days.map(({ level }) => level).join('')).toBe('20201344');
  expect(days.map(({ state }) => state?.[0] ?? '-').join('')).toBe('rfr--rrr');
  expect(days.at(-1)?.minutes).toBe(1_440);
  const noted = { ...TERMS, rule: { kind: 'note', least: 0 } } as const;
  expect(calendarOf({ days: { '2026-11-01': [] }, fills: {} }, noted, '2026-11-01', '2026-11-01')[0]?.level).toBe(0);
  const mark = { id: 'q', at: 0, minutes: 0, pages: 0, characters: 5 };
  expect(calendarOf({ days: { '2026-11-01': [mark] }, fills: {} }, noted, '2026-11-01', '2026-11-01')).toEqual([
    { day: '2026-11-01', minutes: 0, level: 1, state: 'read' },
  ]);
});
