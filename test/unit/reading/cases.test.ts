import { shifted } from '../../../domain/time/days';
import { lived, TERMS } from '../../support/reading-diary';

/**
 * What an organizer can be asked, case by case. The days from the first of the challenge on: R was read, F is filled by a
 * card (used on the day after), - was missed; asked on the day after the last letter, when nothing was read yet.
 */
interface Case {
  says: string;
  days: string;
  current: number;
  longest: number;
  cards: number;
}

const CASES: Case[] = [
  { says: 'nobody has a streak before the first check-in', days: '', current: 0, longest: 0, cards: 0 },
  { says: 'the first day is a streak of one, and a badge', days: 'R', current: 1, longest: 1, cards: 0 },
  { says: 'a day that is not over yet breaks nothing', days: 'RRR', current: 3, longest: 3, cards: 0 },
  { says: 'a missed day breaks the streak, the longest stays', days: 'RRR-', current: 0, longest: 3, cards: 0 },
  { says: 'after a missed day it begins anew', days: 'RRR-RR', current: 2, longest: 3, cards: 0 },
  { says: 'six days earn no card', days: 'RRRRRR', current: 6, longest: 6, cards: 0 },
  { says: 'seven days in a row earn a card', days: 'RRRRRRR', current: 7, longest: 7, cards: 1 },
  { says: 'seven days with a gap earn none', days: 'RRRR-RRR', current: 3, longest: 4, cards: 0 },
  { says: 'fourteen days earn two', days: 'RRRRRRRRRRRRRR', current: 14, longest: 14, cards: 2 },
  { says: 'nobody holds three', days: 'RRRRRRRRRRRRRRRRRRRRR', current: 21, longest: 21, cards: 2 },
  { says: 'cards stay when the streak breaks', days: 'RRRRRRR-', current: 0, longest: 7, cards: 1 },
  { says: 'a card keeps the streak, and its day is one of it', days: 'RRRRRRRFR', current: 9, longest: 9, cards: 0 },
  { says: 'a filled day is no real day: six and one more', days: 'RRRRRRRFRRRRRR', current: 14, longest: 14, cards: 0 },
  { says: 'but it does not break their row either', days: 'RRRRRRRFRRRRRRR', current: 15, longest: 15, cards: 1 },
  { says: 'two days can be filled one after the other', days: 'RRRRRRRRRRRRRRFFR', current: 17, longest: 17, cards: 0 },
];

test.each(CASES)('$says: $days', ({ days, current, longest, cards }) => {
  const diary = lived(days);
  const today = shifted(TERMS.startsOn, days.length);
  const standing = diary.on(today);
  expect({ current: standing.current, longest: standing.longest, cards: standing.cards }).toEqual({
    current,
    longest,
    cards: { held: cards, owed: 0 },
  });
});

const WEEK = { ...TERMS, startsOn: '2026-12-28', endsOn: '2027-01-03' };

describe('badges are for days that count, in a row or not', () => {
  test.each([
    ['R', 'first-day 2026-11-01'],
    ['-R', 'first-day 2026-11-02'],
    ['RRR-RRRR', 'first-day 2026-11-01, days-7 2026-11-08'],
    ['RRRRRRF', 'first-day 2026-11-01'],
  ])('%s: %s', (days, expected) => {
    const { badges } = lived(days).on('2026-11-20');
    expect(badges.map(({ badge, on }) => `${badge} ${on}`).join(', ')).toBe(expected);
  });

  test('twenty-one and fifty days, over a missed one', () => {
    const { badges } = lived(`${'R'.repeat(30)}-${'R'.repeat(20)}`).on('2026-12-30');
    expect(badges.slice(2)).toEqual([
      { badge: 'days-21', on: '2026-11-21' },
      { badge: 'days-50', on: '2026-12-21' },
    ]);
  });

  test.each([
    ['RRRRRRR', true, 'all of it, over the end of the year'],
    ['RRRFRRR', true, 'a day that a card fills is part of it'],
    ['RRR-RRR', false, 'a missed day is not'],
    ['-RRRRRR', false, 'who joined later began later'],
    ['RRRRRR', false, 'not before the last day'],
  ])('%s has the badge of the whole challenge: %s, %s', (days, has) => {
    const { badges } = lived(days, WEEK.startsOn, WEEK).on('2027-01-03');
    expect(badges.some(({ badge }) => badge === 'whole')).toBe(has);
  });
});

test('after the last day the streak stands as it ended', () => {
  const diary = lived('RRRRRRR', WEEK.startsOn, WEEK);
  expect(diary.on('2027-01-04').current).toBe(7);
  expect(diary.on('2027-06-01').current).toBe(7);
  expect(lived('RRRRRR', WEEK.startsOn, WEEK).on('2027-01-04').current).toBe(0);
});

test('29 February is a day of the row in a leap year, and only then', () => {
  const leap = { ...TERMS, startsOn: '2028-02-27', endsOn: '2028-03-31' };
  expect(lived('RR-R', leap.startsOn, leap).on('2028-03-01').current).toBe(1);
  expect(lived('RRRR', leap.startsOn, leap).on('2028-03-01').longest).toBe(4);
  const plain = { ...TERMS, startsOn: '2027-02-27', endsOn: '2027-03-31' };
  expect([...lived('RRR', plain.startsOn, plain).on('2027-03-01').real]).toEqual([
    ['2027-02-27', 1],
    ['2027-02-28', 2],
    ['2027-03-01', 3],
  ]);
});

test('who joins later is asked for nothing before', () => {
  const diary = lived('');
  const later = { ...diary.reader, joinedOn: '2026-11-20' };
  diary.reader = later;
  diary.readFrom('2026-11-20', 3);
  expect(diary.on('2026-11-22')).toMatchObject({ current: 3, longest: 3, days: 3 });
});
