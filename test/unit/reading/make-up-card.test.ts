import { edit } from '../../../domain/reading/check-in';
import { daysToNext, fillable, fillByCard } from '../../../domain/reading/make-up-card';
import { Diary, lived, TERMS, wall } from '../../support/reading-diary';

/** Two cards, and then days that were missed: the 15th and on. */
const withCards = (after = '') => lived(`${'R'.repeat(14)}${after}`);

describe('which day a card fills', () => {
  test.each([
    ['2026-11-17', 'filled', 'yesterday'],
    ['2026-11-15', 'filled', 'three days ago'],
    ['2026-11-18', 'not-over', 'not today: there is still time to read'],
    ['2026-11-19', 'not-over', 'not a day to come'],
    ['2026-11-13', 'read', 'not one that was read'],
    ['2026-10-31', 'outside', 'not one before the challenge'],
  ])('on 18 November, %s: %s, %s', (day, says) => {
    expect(withCards('---').fill(day, '2026-11-18')).toBe(says);
  });

  test('four days ago is too long', () => {
    expect(withCards('----').fill('2026-11-15', '2026-11-19')).toBe('too-old');
  });

  test('no day twice, and none before joining', () => {
    const diary = withCards('--');
    expect(diary.fill('2026-11-16', '2026-11-17')).toBe('filled');
    expect(diary.fill('2026-11-16', '2026-11-17')).toBe('already');
    diary.reader = { ...diary.reader, joinedOn: '2026-11-16' };
    expect(diary.fill('2026-11-15', '2026-11-17')).toBe('outside');
  });

  test('a day of the challenge can be filled when it is over', () => {
    const short = { ...TERMS, endsOn: '2026-11-08' };
    expect(lived('RRRRRRR-', short.startsOn, short).fill('2026-11-08', '2026-11-11')).toBe('filled');
    const after = lived('RRRRRRRR', short.startsOn, short);
    expect(after.fill('2026-11-09', '2026-11-11')).toBe('outside');
  });

  test('what can be filled is offered, the latest first', () => {
    expect(fillable(withCards('-R-').reader, TERMS, '2026-11-18')).toEqual(['2026-11-17', '2026-11-15']);
    expect(fillable(withCards().reader, TERMS, '2026-11-15')).toEqual([]);
  });
});

describe('who has a card', () => {
  test('without one it says how many days are missing', () => {
    const diary = lived('RRRR-');
    const refused = fillByCard(diary.reader, TERMS, '2026-11-05', '2026-11-06');
    expect(refused).toMatchObject({ refusal: 'NO_CARD', detail: { daysToNext: 7 } });
    const reading = lived('-RRR');
    expect(fillByCard(reading.reader, TERMS, '2026-11-01', '2026-11-04')).toMatchObject({ detail: { daysToNext: 4 } });
  });

  test('two cards fill two days, and no third', () => {
    const diary = withCards('---');
    for (const day of ['2026-11-15', '2026-11-16', '2026-11-17']) diary.fill(day, '2026-11-18');
    expect(diary.said.slice(-3)).toEqual(['filled', 'filled', 'no card']);
    expect(diary.on('2026-11-18').current).toBe(0);
  });

  test('filling yesterday brings the whole streak back', () => {
    const diary = withCards('-');
    expect(diary.on('2026-11-16').current).toBe(0);
    diary.fill('2026-11-15', '2026-11-16');
    expect(diary.on('2026-11-16')).toMatchObject({ current: 15, days: 14, cards: { held: 1, owed: 0 } });
  });

  test('a card that is used on the day on which the third would come makes room for it, before or after reading', () => {
    // The 21st day that was read earns a third card where two are held; the 19th was missed and is filled on that day.
    const twenty = lived(`${'R'.repeat(18)}-RR`);
    twenty.fill('2026-11-19', '2026-11-22');
    expect(twenty.on('2026-11-22').cards.held).toBe(1);
    twenty.checkIn(wall('2026-11-22 20:00'));
    expect(twenty.on('2026-11-22').cards.held).toBe(2);
    const evening = lived(`${'R'.repeat(18)}-RRR`);
    evening.fill('2026-11-19', '2026-11-22');
    expect(evening.on('2026-11-22').cards.held).toBe(2);
  });
});

describe('a late check-in for a day that a card fills', () => {
  const filled = () => {
    const diary = withCards('-');
    diary.fill('2026-11-15', '2026-11-16');
    return diary;
  };

  test('counts by itself, and the card comes back', () => {
    const diary = filled();
    diary.checkIn(wall('2026-11-15 22:00'), wall('2026-11-17 12:00'));
    expect(diary.on('2026-11-17')).toMatchObject({ days: 15, cards: { held: 2, owed: 0 }, filled: [] });
    expect(diary.on('2026-11-16').current).toBe(15);
  });

  test('too little of it leaves the day to the card', () => {
    const diary = filled();
    diary.checkIn(wall('2026-11-15 22:00'), wall('2026-11-17 12:00'), 5);
    expect(diary.on('2026-11-16')).toMatchObject({ days: 14, cards: { held: 1, owed: 0 }, filled: ['2026-11-15'] });
  });

  test('removed again, the card stands for the day again', () => {
    const diary = filled();
    diary.checkIn(wall('2026-11-15 22:00'), wall('2026-11-17 12:00'));
    diary.removeDay('2026-11-15', '2026-11-17');
    expect(diary.on('2026-11-16')).toMatchObject({ current: 15, days: 14, cards: { held: 1, owed: 0 } });
  });
});

describe('a card that was used and is no longer earned', () => {
  const spent = () => {
    const diary = lived('RRRRRRR-');
    diary.fill('2026-11-08', '2026-11-09');
    return diary.removeDay('2026-11-03', '2026-11-09');
  };

  test('is owed; the day that it fills stays filled', () => {
    expect(spent().on('2026-11-09')).toMatchObject({ cards: { held: 0, owed: 1 }, filled: ['2026-11-08'], current: 5 });
  });

  test('the next card settles it, and the one after can be used', () => {
    const diary = spent();
    expect(daysToNext(diary.on('2026-11-09'))).toBe(10);
    diary.readFrom('2026-11-09', 3);
    expect(diary.on('2026-11-11').cards).toEqual({ held: 0, owed: 0 });
    diary.readFrom('2026-11-12', 7);
    expect(diary.on('2026-11-18').cards).toEqual({ held: 1, owed: 0 });
  });

  test('less minutes on the same day do the same as a removal', () => {
    const diary = new Diary().readFrom('2026-11-01', 6);
    diary.send('last', wall('2026-11-07 20:00'));
    expect(diary.on('2026-11-07').cards.held).toBe(1);
    const less = edit(diary.reader, 'last', { minutes: 5, pages: 0, characters: 0 }, wall('2026-11-07 21:00'));
    if (less.kind !== 'change') throw new Error(less.kind);
    diary.reader = less.reader;
    expect(diary.on('2026-11-07')).toMatchObject({ current: 6, cards: { held: 0, owed: 0 } });
  });
});
