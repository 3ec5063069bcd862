import fc from 'fast-check';
import {
  parseCode,
  STEP_MS,
  stepOf,
  ticketCode,
  ticketKey,
  venueCode,
  venueKey,
  verdictOf,
} from '../../../domain/ticket/code';
import { NOON } from '../../support/plans';
import { holds } from '../../support/seed';

const SECRET = 'secret';
const HOUR = 3_600_000;
/** As the server makes them: a letter, then letters and digits. */
const ids = fc.stringMatching(/^[a-z][a-z2-7]{23}$/);
const activities = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/);
const sessions = fc.stringMatching(/^s[0-9a-z]{1,6}$/);
const instants = fc.integer({ min: 0, max: 4_102_444_800_000 });

const verdictOn = (code: string, registration: string, now: number, secret = SECRET) => {
  const parsed = parseCode(code);
  return parsed === undefined ? 'unreadable' : verdictOf(ticketKey(secret, registration), parsed.mac, now);
};

test('a code is valid from one step before the one it was drawn in to one step after, and not a moment longer', () => {
  holds(
    fc.property(ids, instants, fc.integer({ min: -4 * STEP_MS, max: 4 * STEP_MS }), (id, drawnAt, away) => {
      const verdict = verdictOn(ticketCode(ticketKey(SECRET, id), id, drawnAt), id, drawnAt + away);
      const steps = stepOf(drawnAt + away) - stepOf(drawnAt);
      const expected = Math.abs(steps) <= 1 ? 'valid' : steps > 0 ? 'old' : 'new';
      return verdict === expected;
    }),
  );
});

test.each<[string, number, string]>([
  ['the same instant', 0, 'valid'],
  ['the last moment of the step after', 2 * STEP_MS - 1, 'valid'],
  ['the first moment of the step behind that', 2 * STEP_MS, 'old'],
  ['the first moment of the step before', -STEP_MS, 'valid'],
  ['the last moment of the step ahead of that', -STEP_MS - 1, 'new'],
  ['an hour later', HOUR, 'old'],
  ['more than an hour later', HOUR + 2 * STEP_MS, 'unknown'],
  ['more than an hour earlier', -HOUR - 2 * STEP_MS, 'unknown'],
])('a code drawn on the stroke of a step and looked at at %s, %s ms away, is %s', (_when, away, verdict) => {
  const drawnAt = stepOf(NOON) * STEP_MS;
  expect(verdictOn(ticketCode(ticketKey(SECRET, 'ticket'), 'ticket', drawnAt), 'ticket', drawnAt + away)).toBe(verdict);
});

test('a code is never valid for another ticket, nor under another key', () => {
  holds(
    fc.property(ids, ids, instants, (one, other, at) => {
      if (one === other) return true;
      const code = ticketCode(ticketKey(SECRET, one), one, at);
      return verdictOn(code, other, at) === 'unknown' && verdictOn(code, one, at, 'another') === 'unknown';
    }),
    50,
  );
});

test('the code of a venue is good for that session alone, and for no ticket', () => {
  const at = NOON;
  const key = venueKey(SECRET, 'music', 's1');
  const parsed = parseCode(venueCode(key, 'music', 's1', at));
  expect(parsed).toMatchObject({ kind: 'venue', activity: 'music', session: 's1' });
  const mac = parsed?.mac ?? '';
  expect(verdictOf(key, mac, at)).toBe('valid');
  for (const other of [venueKey(SECRET, 'music', 's2'), venueKey(SECRET, 'walk', 's1'), ticketKey(SECRET, 'music s1')])
    expect(verdictOf(other, mac, at)).toBe('unknown');
});

test('what is drawn reads back as what it was drawn from', () => {
  holds(
    fc.property(ids, activities, sessions, instants, (id, activity, session, at) => {
      const ticket = parseCode(`  ${ticketCode(ticketKey(SECRET, id), id, at)}\n`);
      const venue = parseCode(venueCode(venueKey(SECRET, activity, session), activity, session, at));
      return (
        ticket?.kind === 'ticket' &&
        ticket.registration === id &&
        venue?.kind === 'venue' &&
        venue.activity === activity &&
        venue.session === session
      );
    }),
  );
});

test('whatever a camera reads is no code of ours unless we drew it', () => {
  const odd = [
    '',
    'T.',
    'T.abc.',
    'T.abc.aaaaaaaaaa.',
    'X.abc.aaaaaaaaaa',
    'V.music.aaaaaaaaaa',
    'https://example.com/T.abc',
  ];
  for (const text of odd) expect(parseCode(text)).toBeUndefined();
  holds(fc.property(fc.string({ maxLength: 80 }), (text) => /^\s*[TV]\./.test(text) || parseCode(text) === undefined));
});

test('keys differ by ticket, by venue and by deployment, and are long enough not to be guessed', () => {
  const keys = [
    ticketKey(SECRET, 'a'),
    ticketKey(SECRET, 'b'),
    ticketKey('other', 'a'),
    venueKey(SECRET, 'a', 's1'),
    venueKey(SECRET, 'a', 's2'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z2-7]{26}$/);
});
