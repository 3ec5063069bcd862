import fc from 'fast-check';
import {
  ANSWERS_LEAST,
  answersIn,
  booked,
  countsShown,
  emptyBook,
  feedbackWindow,
  isOpen,
} from '../../../domain/afterwards/feedback';
import { overFor, type Part, partsTaken } from '../../../domain/afterwards/took-part';
import { COMING_AGAIN, type Feedback } from '../../../types/contract';
import { DAY, HOUR, NOON } from '../../support/plans';
import { holds } from '../../support/seed';

type Said = Pick<Feedback, 'stars' | 'again'>;
const said: fc.Arbitrary<Said> = fc.record({
  stars: fc.integer({ min: 1, max: 5 }),
  again: fc.constantFrom(...COMING_AGAIN),
});
/** Who answers, answers anew or leaves. */
const step = fc.record({
  who: fc.integer({ min: 0, max: 7 }),
  does: fc.oneof(said, said, said, fc.constant('leaves' as const)),
});

test('whatever the order of answers, changes and leavings, the book is what the last word of everybody who answered counts to', () => {
  holds(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let book = emptyBook('gala');
      const kept = new Map<number, Said>();
      // Slow and simple: all last words in a list; who has left, and comes as somebody new, is another person in it.
      const lastWords = new Map<string, Said>();
      const lives = new Map<number, number>();
      for (const { who, does } of steps) {
        const life = lives.get(who) ?? 0;
        if (does === 'leaves') {
          kept.delete(who);
          lives.set(who, life + 1);
          continue;
        }
        book = booked(book, kept.get(who), does);
        kept.set(who, does);
        lastWords.set(`${who}.${life}`, does);
      }
      const all = [...lastWords.values()];
      const count = (is: (one: Said) => boolean): number => all.filter(is).length;
      return (
        answersIn(book) === all.length &&
        book.stars.every((each, at) => each === count(({ stars }) => stars === at + 1)) &&
        COMING_AGAIN.every((again) => book.again[again] === count((one) => one.again === again))
      );
    }),
  );
});

const bookOf = (...all: Said[]) => all.reduce((book, each) => booked(book, undefined, each), emptyBook('gala'));

test('nothing but their number is shown of fewer than five answers', () => {
  const four = bookOf(...Array.from({ length: 4 }, (): Said => ({ stars: 5, again: 'yes' })));
  expect(ANSWERS_LEAST).toBe(5);
  expect(countsShown(four)).toBeUndefined();
  expect(countsShown(booked(four, undefined, { stars: 2, again: 'no' }))).toEqual({
    stars: [0, 1, 0, 0, 4],
    again: { yes: 4, maybe: 0, no: 1 },
    average: 44,
  });
});

test('the average is in tenths, the nearest', () => {
  const stars = [5, 5, 5, 4, 4, 4];
  expect(countsShown(bookOf(...stars.map((each): Said => ({ stars: each, again: 'yes' }))))?.average).toBe(45);
  const more = [...stars, 3];
  expect(countsShown(bookOf(...more.map((each): Said => ({ stars: each, again: 'yes' }))))?.average).toBe(43);
});

test('one may answer from the end of what one was in until two weeks after the end of all', () => {
  const window = feedbackWindow(NOON, NOON + DAY);
  expect(window).toEqual({ opensAt: NOON, closesAt: NOON + 15 * DAY });
  const at = [NOON - 1, NOON, NOON + 15 * DAY, NOON + 15 * DAY + 1];
  expect(at.map((now) => isOpen(window, now))).toEqual([false, true, true, false]);
});

const part = (_id: string, changes: Partial<Part> = {}): Part => ({
  ...{ _id, kind: 'took-part', sessionId: 's1', at: NOON, startsAt: NOON },
  ...changes,
});

test('what was undone is no part taken, what was proved anew after it is', () => {
  const undone = part('r.2', { kind: 'undone', undoes: 'r.1' });
  expect(partsTaken([part('r.1'), undone])).toEqual([]);
  expect(partsTaken([part('r.1'), undone, part('r.3')])).toEqual([part('r.3')]);
  expect(partsTaken([part('r.1'), undone, part('q.1')])).toEqual([part('q.1')]);
});

test('what one was in was over when the first of its sessions was; one that is no more counts from its start', () => {
  const sessions = [
    { id: 's1', endsAt: NOON + 2 * HOUR },
    { id: 's2', endsAt: NOON + HOUR },
  ];
  expect(overFor([], sessions)).toBeUndefined();
  expect(overFor([part('r.1')], sessions)).toBe(NOON + 2 * HOUR);
  expect(overFor([part('r.1'), part('q.1', { sessionId: 's2' })], sessions)).toBe(NOON + HOUR);
  expect(overFor([part('r.1', { sessionId: 'gone' })], sessions)).toBe(NOON);
});
