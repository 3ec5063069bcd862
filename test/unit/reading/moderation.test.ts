import {
  after,
  BACK_OFF_MS,
  CHECKS_A_MINUTE,
  draft,
  isVisible,
  type Moderation,
  type ModerationEvent,
} from '../../../domain/reading/moderation';
import { NOTE_STATES, type NoteState } from '../../../types/contract';
import { wall } from '../../support/reading-diary';
import { chance, saySeed } from '../../support/seed';

const NOW = wall('2026-11-20 20:00');
const MINUTE = 60_000;

function noteIn(state: NoteState, photos = false): Moderation {
  return { state, text: 4, photos, tries: 0, ...(state === 'pending' && { dueAt: NOW - 1 }) };
}

const EVENTS: Record<string, ModerationEvent> = {
  'offered to the feed': { kind: 'submitted', photos: false },
  'kept back by its author': { kind: 'kept-back' },
  'found to be fine': { kind: 'found', verdict: 'pass', text: 4 },
  'found to be risky': { kind: 'found', verdict: 'risky', text: 4 },
  'found to want a human': { kind: 'found', verdict: 'review', text: 4 },
  'without an answer': { kind: 'unanswered', text: 4 },
  'with its author away': { kind: 'author-away', text: 4 },
  'with its author here': { kind: 'author-here' },
  'reported by many': { kind: 'reported', text: 4 },
  'passed by an organizer': { kind: 'decided', verdict: 'pass', by: 'm9', text: 4 },
  'rejected by an organizer': { kind: 'decided', verdict: 'reject', by: 'm9', reason: '广告', text: 4 },
};

/** From product.md and the rules of the feed: what each event makes of each state; `-` changes nothing. */
const TABLE: Record<string, Record<NoteState, NoteState | '-'>> = {
  'offered to the feed': {
    draft: 'pending',
    pending: 'pending',
    'waiting-for-author': 'pending',
    human: 'pending',
    passed: 'pending',
    rejected: 'pending',
  },
  'kept back by its author': {
    draft: '-',
    pending: 'draft',
    'waiting-for-author': 'draft',
    human: 'draft',
    passed: 'draft',
    rejected: 'draft',
  },
  'found to be fine': only('pending', 'passed'),
  'found to be risky': only('pending', 'rejected'),
  'found to want a human': only('pending', 'human'),
  'without an answer': only('pending', 'pending'),
  'with its author away': only('pending', 'waiting-for-author'),
  'with its author here': only('waiting-for-author', 'pending'),
  'reported by many': only('passed', 'human'),
  'passed by an organizer': {
    draft: '-',
    pending: 'passed',
    'waiting-for-author': 'passed',
    human: 'passed',
    // It stays so, and somebody has looked.
    passed: 'passed',
    rejected: 'passed',
  },
  'rejected by an organizer': {
    draft: '-',
    pending: 'rejected',
    'waiting-for-author': 'rejected',
    human: 'rejected',
    passed: 'rejected',
    rejected: 'rejected',
  },
};

function only(from: NoteState, to: NoteState): Record<NoteState, NoteState | '-'> {
  const none = { draft: '-', pending: '-', 'waiting-for-author': '-', human: '-', passed: '-', rejected: '-' } as const;
  return { ...none, [from]: to };
}

const cells = Object.entries(TABLE).flatMap(([says, row]) =>
  NOTE_STATES.map((state) => ({ says, state, to: row[state], event: EVENTS[says] })),
);

test.each(cells)('$state, $says: $to', ({ state, event, to }) => {
  if (!event) throw new Error('an event without a name');
  const before = noteIn(state);
  const next = after(before, event, NOW);
  expect(next?.state ?? '-').toBe(to);
  // What is due is due while it waits for a check, and then always: nothing is lost.
  if (next) expect(next.dueAt !== undefined).toBe(next.state === 'pending');
  expect(before).toEqual(noteIn(state));
});

test('only what has passed is seen by others', () => {
  expect(NOTE_STATES.filter((state) => isVisible(noteIn(state)))).toEqual(['passed']);
  expect(isVisible(draft())).toBe(false);
});

test('words that passed are not enough where there are photos: a human looks', () => {
  const fine: ModerationEvent = { kind: 'found', verdict: 'pass', text: 4 };
  expect(after(noteIn('pending', true), fine, NOW)?.state).toBe('human');
});

test('what is said of a former wording is not said of this one', () => {
  const changed = after(noteIn('pending'), { kind: 'submitted', photos: false }, NOW);
  expect(changed).toMatchObject({ text: 5, state: 'pending', dueAt: NOW });
  if (!changed) throw new Error('it was changed');
  for (const event of Object.values(EVENTS)) {
    if ('text' in event) expect(after(changed, event, NOW)).toBeUndefined();
  }
});

test('a reason goes with the rejection, and is gone with the next wording', () => {
  const rejected = after(
    noteIn('human'),
    { kind: 'decided', verdict: 'reject', by: 'm9', reason: '广告', text: 4 },
    NOW,
  );
  expect(rejected?.reason).toBe('广告');
  expect(rejected && after(rejected, { kind: 'submitted', photos: false }, NOW)).not.toHaveProperty('reason');
});

test('an organizer’s word is final: neither reports nor the same word again change it, a new wording does', () => {
  const pass: ModerationEvent = { kind: 'decided', verdict: 'pass', by: 'm9', text: 4 };
  const passed = after(noteIn('passed'), pass, NOW);
  if (!passed) throw new Error('somebody has looked');
  expect(passed.decidedBy).toBe('m9');
  expect(after(passed, { kind: 'reported', text: 4 }, NOW)).toBeUndefined();
  expect(after(passed, pass, NOW)).toBeUndefined();
  expect(after(passed, { kind: 'decided', verdict: 'reject', by: 'm8', text: 4 }, NOW)?.state).toBe('rejected');
  const anew = after(passed, { kind: 'submitted', photos: false }, NOW);
  expect(anew).not.toHaveProperty('decidedBy');
});

test('without an answer it is asked again after 10 s, 30 s, 1, 2 and 5 minutes, then every 5, and never given up', () => {
  let [note, now] = [noteIn('pending'), NOW];
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries++) {
    const next = after(note, { kind: 'unanswered', text: 4 }, now);
    if (next?.dueAt === undefined) throw new Error('given up');
    waits.push((next.dueAt - now) / 1_000);
    [note, now] = [next, next.dueAt];
  }
  expect(waits).toEqual([10, 30, 60, 120, 300, 300, 300, 300]);
  expect(BACK_OFF_MS).toHaveLength(5);
});

test('an hour without the service: nothing unseen becomes visible, nothing is lost, and the rest drains in minutes', () => {
  const random = chance(saySeed());
  const until = NOW + 60 * MINUTE;
  const notes: Moderation[] = [];
  let now = NOW;
  while (now < until || notes.some(({ state }) => state === 'pending')) {
    for (let at = 0; at < 100 && now < until; at++) {
      const note = after(draft(), { kind: 'submitted', photos: false }, now - Math.floor(random() * MINUTE));
      if (note) notes.push(note);
    }
    const due = [...notes.entries()].filter(([, { dueAt }]) => dueAt !== undefined && dueAt <= now);
    for (const [at, note] of due.slice(0, CHECKS_A_MINUTE)) {
      const down = now < until;
      const answer: ModerationEvent = down
        ? { kind: 'unanswered', text: 1 }
        : { kind: 'found', verdict: 'pass', text: 1 };
      notes[at] = after(note, answer, now) ?? note;
    }
    if (now < until) expect(notes.some(isVisible)).toBe(false);
    now += MINUTE;
  }
  expect(notes).toHaveLength(6_000);
  expect(notes.every(isVisible)).toBe(true);
  // The longest wait, and as many minutes as the rate needs for 6,000.
  expect(now - until).toBeLessThanOrEqual((5 + 2) * MINUTE);
});
