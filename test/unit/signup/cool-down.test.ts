import fc from 'fast-check';
import { coolingUntil } from '../../../domain/signup/cool-down';
import { DAY, NOON } from '../../support/plans';
import { holds } from '../../support/seed';

/** Within the last so many days, the instant that began them left out: then as many absences are too many. */
const tooMany = (most: number, days: number, absences: readonly number[], at: number): boolean =>
  absences.filter((absence) => absence > at - days * DAY && absence <= at).length >= most;

test('one waits from too many absences on until one of them is older, to the millisecond', () => {
  const rule = { absences: 2, days: 30 };
  const absences = [NOON - 10 * DAY, NOON - 29 * DAY, NOON - 31 * DAY];
  const until = NOON + DAY;
  expect(coolingUntil(rule, absences, NOON)).toBe(until);
  expect(coolingUntil(rule, absences, until - 1)).toBe(until);
  expect(coolingUntil(rule, absences, until)).toBeUndefined();
});

test('fewer absences than that, or none, keep nobody waiting', () => {
  expect(coolingUntil({ absences: 2, days: 30 }, [NOON - DAY], NOON)).toBeUndefined();
  expect(coolingUntil({ absences: 1, days: 30 }, [], NOON)).toBeUndefined();
});

test('what is still to come is no absence', () => {
  expect(coolingUntil({ absences: 1, days: 30 }, [NOON + 1], NOON)).toBeUndefined();
  expect(coolingUntil({ absences: 1, days: 30 }, [NOON], NOON)).toBe(NOON + 30 * DAY);
});

test('whoever goes through the days one by one finds the same end of waiting', () => {
  const ages = fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 8 });
  holds(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 }), ages, (most, days, old) => {
      const absences = old.map((age) => NOON - age * DAY);
      let at = NOON;
      // Only those that have happened count, however long one looks ahead.
      const happened = absences.filter((absence) => absence <= NOON);
      while (tooMany(most, days, happened, at)) at += DAY;
      return coolingUntil({ absences: most, days }, absences, NOON) === (at === NOON ? undefined : at);
    }),
  );
});
