import fc from 'fast-check';
import { checksLeft, type TakenChecks, withTaken, wordsOf } from '../../../domain/reading/checks';
import {
  COMMENTS_AN_HOUR,
  type CommentRecord,
  newComment,
  saysTooMuch,
  takenBack,
} from '../../../domain/reading/comment';
import { keysOf, type Moderated, mayRead, moderated } from '../../../domain/reading/moderated';
import {
  after,
  CHECKS_A_MINUTE,
  draft,
  type Moderation,
  type ModerationEvent,
} from '../../../domain/reading/moderation';
import { REPORTS_HIDE, REPORTS_KEPT, reported } from '../../../domain/reading/report';
import { type NamedTeam, named } from '../../../domain/reading/team-name';
import { timeKey } from '../../../domain/time/shanghai';
import { NOTE_STATES, type NoteState } from '../../../types/contract';
import { ABANDONED_MS } from '../../../types/limits';
import { wall } from '../../support/reading-diary';
import { holds } from '../../support/seed';

const NOW = wall('2026-11-20 20:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function wordsIn(state: NoteState, more: Partial<Moderated> = {}): Moderated {
  const moderation: Moderation = {
    state,
    text: 2,
    photos: false,
    tries: 0,
    ...(state === 'pending' && { dueAt: NOW }),
  };
  return moderated({ madeKey: 'k1', moderation: draft(), reports: [], ...more }, moderation, NOW);
}
/** After what changes something. */
function become(moderation: Moderation, event: ModerationEvent): Moderation {
  const next = after(moderation, event, NOW);
  if (!next) throw new Error(`${event.kind} changes nothing`);
  return next;
}
const report = (by: string) => ({ by, reason: '广告' });
const manyReports = (words: Moderated, count: number) =>
  Array.from({ length: count }, (_, at) => `m${at}`).reduce((all, by) => reported(all, report(by), NOW) ?? all, words);

describe('what indexes find a note by', () => {
  test.each<[NoteState, object]>([
    ['draft', {}],
    ['pending', { checkAt: NOW }],
    ['waiting-for-author', { queueKey: 'k1' }],
    ['human', { queueKey: 'k1' }],
    ['passed', { feedKey: 'k1' }],
    ['rejected', {}],
  ])('%s: %j', (state, keys) => {
    expect(keysOf(wordsIn(state))).toEqual(keys);
    const { checkAt, feedKey, queueKey } = wordsIn(state);
    expect(JSON.parse(JSON.stringify({ checkAt, feedKey, queueKey }))).toEqual(keys);
  });

  test('never disagrees with the moderation, whatever happened in whatever order', () => {
    const text = fc.constantFrom(0, 1, 2, 3);
    const event: fc.Arbitrary<ModerationEvent> = fc.oneof(
      fc.record({ kind: fc.constant('submitted' as const), photos: fc.boolean() }),
      fc.constant({ kind: 'kept-back' as const }),
      fc.record({
        kind: fc.constant('found' as const),
        verdict: fc.constantFrom('pass' as const, 'risky', 'review'),
        text,
      }),
      fc.record({ kind: fc.constant('unanswered' as const), text }),
      fc.record({ kind: fc.constant('author-away' as const), text }),
      fc.constant({ kind: 'author-here' as const }),
      fc.record({
        kind: fc.constant('decided' as const),
        verdict: fc.constantFrom('pass' as const, 'reject'),
        by: fc.constant('m9'),
        text,
      }),
    );
    const step = fc.oneof(event, fc.constantFrom('m1', 'm2', 'm3', 'm4'));
    holds(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let words: Moderated = { madeKey: 'k1', moderation: draft(), reports: [] };
        for (const each of steps) {
          if (typeof each === 'string') {
            // Nobody reports what they do not see.
            if (words.feedKey !== undefined) words = reported(words, report(each), NOW) ?? words;
          } else {
            const next = after(words.moderation, each, NOW);
            if (next) words = moderated(words, next, NOW);
          }
          const { state, dueAt, text: wording, decidedBy } = words.moderation;
          const asked = words.reports.filter((said) => said.text === wording).length;
          const human = state === 'human' || state === 'waiting-for-author';
          const looks = human || (state === 'passed' && decidedBy === undefined && asked > 0);
          if (words.feedKey !== (state === 'passed' ? 'k1' : undefined)) return false;
          if (words.queueKey !== (looks ? 'k1' : undefined)) return false;
          if (words.checkAt !== dueAt || (state === 'pending') !== (dueAt !== undefined)) return false;
          if (state === 'passed' && decidedBy === undefined && asked >= REPORTS_HIDE) return false;
        }
        return true;
      }),
      500,
    );
  });
});

test('a featured note loses that with a new wording, and with nothing else', () => {
  const featured = wordsIn('passed', { featured: true, moderation: { ...draft(), text: 2 } });
  expect(featured.featured).toBe(true);
  const hidden = become(featured.moderation, { kind: 'reported', text: 2 });
  expect(moderated(featured, hidden, NOW).featured).toBe(true);
  const anew = become(featured.moderation, { kind: 'submitted', photos: false });
  expect(moderated(featured, anew, NOW)).not.toHaveProperty('featured');
});

describe('reports', () => {
  test('the first brings it before an organizer, the third of another member each hides it', () => {
    const seen = [1, 2, 3].map((count) => manyReports(wordsIn('passed'), count));
    expect(seen.map(({ moderation }) => moderation.state)).toEqual(['passed', 'passed', 'human']);
    expect(seen.map(({ queueKey }) => queueKey)).toEqual(['k1', 'k1', 'k1']);
    expect(seen.map(({ feedKey }) => feedKey)).toEqual(['k1', 'k1', undefined]);
  });

  test('one member’s count once', () => {
    const once = manyReports(wordsIn('passed'), 1);
    expect(reported(once, { by: 'm0', reason: '再说一次' }, NOW)).toBeUndefined();
  });

  test('are of the wording that was seen: a new one has none', () => {
    const hidden = manyReports(wordsIn('passed'), 3);
    const anew = become(hidden.moderation, { kind: 'submitted', photos: false });
    const passed = become(anew, { kind: 'found', verdict: 'pass', text: 3 });
    const rewritten = moderated(moderated(hidden, anew, NOW), passed, NOW);
    expect(rewritten.reports).toEqual([]);
    expect(reported(rewritten, report('m0'), NOW)?.moderation.state).toBe('passed');
  });

  test('change nothing of what an organizer let pass, and no document grows by them without end', () => {
    const passed = become(wordsIn('human').moderation, { kind: 'decided', verdict: 'pass', by: 'm9', text: 2 });
    const many = manyReports(moderated(wordsIn('human'), passed, NOW), REPORTS_KEPT + 5);
    expect(many).toMatchObject({ feedKey: 'k1', moderation: { state: 'passed' } });
    expect(many).not.toHaveProperty('queueKey');
    expect(many.reports).toHaveLength(REPORTS_KEPT);
  });
});

describe('a note is read', () => {
  test.each(NOTE_STATES)('%s: by its author always, by organizers on its way, by others when it passed', (state) => {
    const note = { memberId: 'm1', moderation: wordsIn(state).moderation };
    expect(mayRead(note, { memberId: 'm1', organizer: false })).toBe(true);
    expect(mayRead(note, { memberId: 'm2', organizer: true })).toBe(state !== 'draft');
    expect(mayRead(note, { organizer: false })).toBe(state === 'passed');
  });
});

describe('a comment', () => {
  const said = { _id: 'c1', noteId: 'n1', memberId: 'm1', author: '小王', enterpriseName: '药谷', text: '好', at: NOW };
  const fresh = newComment(said, { id: 'q1', digest: 'd1' });

  test('waits to be checked, seen by nobody', () => {
    expect(fresh).toMatchObject({ checkAt: NOW, moderation: { state: 'pending' } });
    expect(fresh).not.toHaveProperty('feedKey');
    expect(fresh).not.toHaveProperty('tellAt');
  });

  test('has its note told whenever others come to see it, or no longer do, and then alone', () => {
    const passes = become(fresh.moderation, { kind: 'found', verdict: 'pass', text: 1 });
    const rejects = become(fresh.moderation, { kind: 'found', verdict: 'risky', text: 1 });
    const passed = moderated(fresh, passes, NOW);
    expect(passed.tellAt).toBe(NOW + ABANDONED_MS);
    expect(moderated(fresh, rejects, NOW)).not.toHaveProperty('tellAt');
    const hidden = takenBack<CommentRecord>(passed, NOW + MINUTE);
    expect(hidden.tellAt).toBe(NOW + MINUTE + ABANDONED_MS);
  });

  test('that is taken back leaves nothing to read or to look at', () => {
    const gone = takenBack<CommentRecord>(fresh, NOW);
    expect(gone).toMatchObject({ text: '', removed: true, moderation: { state: 'draft' } });
    expect(keysOf(gone)).toEqual({});
  });

  test('is one of twenty in an hour: the next is possible when the oldest of them is an hour old', () => {
    const latest = Array.from({ length: COMMENTS_AN_HOUR }, (_, at) => ({ at: NOW - at * MINUTE }));
    expect(saysTooMuch(latest.slice(1), NOW)).toBeUndefined();
    const until = saysTooMuch(latest, NOW);
    expect(until).toBe(NOW - 19 * MINUTE + HOUR);
    expect(saysTooMuch(latest, (until ?? 0) - 1)).toBe(until);
    expect(saysTooMuch(latest, until ?? 0)).toBeUndefined();
  });
});

describe('checks', () => {
  test('in no minute are there more than the rate, whenever a run asks after what it took', () => {
    const gaps = fc.array(fc.record({ wait: fc.nat(30_000), wanted: fc.nat(2_000) }), { maxLength: 40 });
    holds(
      fc.property(gaps, fc.nat(10_000), (runs, slow) => {
        let taken: TakenChecks[] = [];
        let now = NOW;
        const asked: { at: number; checks: number }[] = [];
        for (const [at, { wait, wanted }] of runs.entries()) {
          now += wait;
          const checks = Math.min(wanted, checksLeft(taken, now));
          taken = withTaken(taken, checks, now);
          // Every other run takes as long as a function lives.
          asked.push({ at: now + (at % 2 === 0 ? slow : 0), checks });
        }
        return asked.every(({ at: from }) => {
          const within = asked.filter(({ at }) => at >= from && at < from + MINUTE);
          return within.reduce((sum, { checks }) => sum + checks, 0) <= CHECKS_A_MINUTE;
        });
      }),
    );
  });

  test('what was taken long ago is forgotten', () => {
    const old = withTaken([], CHECKS_A_MINUTE, NOW);
    expect(checksLeft(old, NOW + MINUTE)).toBe(0);
    expect(checksLeft(old, NOW + 70_000)).toBe(CHECKS_A_MINUTE);
    expect(withTaken(old, 5, NOW + 70_000)).toEqual([{ at: NOW + 70_000, checks: 5 }]);
  });

  test.each([
    ['a title of the reader’s own', { title: '自己的书' }, '自己的书\n好'],
    ['one that came with an ISBN', { id: '9787020002207', title: '红楼梦' }, '红楼梦\n好'],
    ['one of the shelf', { id: 'b1', title: '书架上的' }, '好'],
    ['no book', undefined, '好'],
  ])('are of the words with %s', (_says, book, words) => {
    expect(wordsOf({ note: '好', ...(book && { book }) })).toBe(words);
  });
});

describe('the name of a team', () => {
  const team: NamedTeam = {
    ...{ _id: 't1', rev: 3, name: '书虫', captain: 'm1', at: NOW, checkAt: NOW },
    moderation: { state: 'pending', text: 1, photos: false, tries: 0, dueAt: NOW },
  };

  test('that passed is told to its board; one that did not is shown to nobody, and a doubtful one waits for a human', () => {
    const passed = named(team, { kind: 'found', verdict: 'pass', text: 1 }, NOW);
    expect(passed).toMatchObject({ moderation: { state: 'passed' }, dueAt: NOW });
    expect(passed).not.toHaveProperty('checkAt');
    const risky = named(team, { kind: 'found', verdict: 'risky', text: 1 }, NOW);
    expect(risky).toMatchObject({ moderation: { state: 'rejected' } });
    expect(risky).not.toHaveProperty('queueKey');
    const doubtful = named(team, { kind: 'found', verdict: 'review', text: 1 }, NOW + 5);
    expect(doubtful).toMatchObject({ moderation: { state: 'human' }, queueKey: timeKey(NOW, 't1') });
    const decided = doubtful && named(doubtful, { kind: 'decided', verdict: 'pass', by: 'o', text: 1 }, NOW + 9);
    expect(decided).toMatchObject({ moderation: { state: 'passed' }, dueAt: NOW + 9 });
    expect(decided).not.toHaveProperty('queueKey');
  });

  test('without an answer is found again when it is due', () => {
    const next = named(team, { kind: 'unanswered', text: 1 }, NOW);
    expect(next?.checkAt).toBe(next?.moderation.dueAt);
    expect(named(team, { kind: 'unanswered', text: 9 }, NOW)).toBeUndefined();
  });
});
