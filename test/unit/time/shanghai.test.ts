import fc from 'fast-check';
import { dayOf, daysOf, instantAt, monthOf, startOfDay, timeKey, wallTime } from '../../../domain/time/shanghai';
import { holds } from '../../support/seed';

/** What Node's own time zone data say; years after 1991, since when Shanghai has no summer time. */
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const instant = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2200, 0, 1) });

test('a day begins at midnight in Shanghai', () => {
  holds(
    fc.property(instant, (at) => {
      const day = calendar.format(at);
      return dayOf(at) === day && monthOf(at) === day.slice(0, 7);
    }),
    2_000,
  );
});

test('the start of a day is its first instant', () => {
  holds(
    fc.property(instant, (at) => {
      const start = startOfDay(dayOf(at));
      return start <= at && dayOf(start) === dayOf(at) && dayOf(start - 1) < dayOf(at);
    }),
    1_000,
  );
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '26-01-01',
  '',
  '2026-11-20T00',
  '+02026-01-01',
  'today',
])('%p is no day', (text) => {
  expect(() => startOfDay(text)).toThrow();
});

test('29 February is a day in leap years alone', () => {
  expect(dayOf(startOfDay('2028-02-29'))).toBe('2028-02-29');
  expect(() => startOfDay('2027-02-29')).toThrow();
});

test('a span touches the days of all its instants, its end left out', () => {
  const length = fc.integer({ min: 0, max: 12 * 86_400_000 });
  holds(
    fc.property(instant, length, (startsAt, span) => {
      const endsAt = startsAt + span;
      const touched = new Set([dayOf(startsAt)]);
      for (let at = startsAt; at < endsAt; at += 3_600_000) touched.add(calendar.format(at));
      if (span > 0) touched.add(calendar.format(endsAt - 1));
      return JSON.stringify(daysOf(startsAt, endsAt)) === JSON.stringify([...touched].sort());
    }),
    500,
  );
});

test('what ends at midnight does not touch the day that begins then', () => {
  const evening = startOfDay('2026-11-20') + 20 * 3_600_000;
  expect(daysOf(evening, startOfDay('2026-11-21'))).toEqual(['2026-11-20']);
  expect(daysOf(evening, startOfDay('2026-11-21') + 1)).toEqual(['2026-11-20', '2026-11-21']);
});

test('keys sort as instants do, and by id where these are the same', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,6}$/);
  const at = fc.integer({ min: 0, max: 9_999_999_999_999 });
  holds(
    fc.property(at, at, id, id, (a, b, idA, idB) => {
      const before = a < b || (a === b && idA < idB);
      return timeKey(a, idA) < timeKey(b, idB) === before;
    }),
    2_000,
  );
});

test('what the clock on the wall shows names its minute', () => {
  holds(
    fc.property(instant, (at) => {
      const wall = wallTime(at);
      return wall.slice(0, 10) === dayOf(at) && instantAt(wall) === Math.floor(at / 60_000) * 60_000;
    }),
    1_000,
  );
});

test.each(['', '2026-11-28', '2026-11-28T24:00', '2026-02-30T10:00', '2026-11-28 18:30', '2026-11-28T18:30:00'])(
  '“%s” names no minute',
  (text) => expect(instantAt(text)).toBeUndefined(),
);
