import { participationsOf } from '../../../domain/participation/participation';
import { undoneLogsOf } from '../../../domain/participation/undone-log';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import { type CheckIn, decideCheckIn, decideUndo, nearVenue, type Undo } from '../../../domain/ticket/check-in';
import type { RegistrationState } from '../../../types/vocabulary';
import { DAY, HOUR, NOON } from '../../support/plans';
import { recordIn, STATES } from '../../support/records';

const session = { startsAt: NOON, endsAt: NOON + 2 * HOUR };
const OPENS = NOON - 2 * HOUR;
const proof = {
  way: 'ticket',
  by: 'volunteer',
  gate: '东门',
  brand: 'warm',
  format: 'show',
  enterpriseId: 'e2',
  employment: 'new-form',
} as const;
const at = (now: number, changes: Partial<CheckIn> = {}): CheckIn => ({
  session,
  cancelled: false,
  afterwards: false,
  proof,
  request: { id: 'q2', digest: 'd2' },
  now,
  ...changes,
});
const gist = (record: RegistrationRecord, command: CheckIn) => {
  const decision = decideCheckIn(record, command);
  return decision.kind === 'refuse' ? decision.refusal : decision.kind;
};

const OPENS_GATE: Partial<Record<RegistrationState, string>> = {
  confirmed: 'change',
  absent: 'change',
  attended: 'again',
};

test.each(STATES)('who is %s is let in only if they have a place, and hears of their state otherwise', (state) => {
  expect(gist(recordIn(state), at(NOON))).toBe(OPENS_GATE[state] ?? 'NOT_CONFIRMED');
  if (OPENS_GATE[state] === undefined) {
    expect(decideCheckIn(recordIn(state), at(NOON))).toMatchObject({ detail: { state } });
  }
});

test.each<[string, number, string, string]>([
  ['a moment before the gates open', OPENS - 1, 'NOT_CHECK_IN_TIME', 'NOT_CHECK_IN_TIME'],
  ['when the gates open', OPENS, 'change', 'change'],
  ['at the end', session.endsAt, 'change', 'change'],
  ['a moment after the end', session.endsAt + 1, 'NOT_CHECK_IN_TIME', 'change'],
  ['thirty days after the end', session.endsAt + 30 * DAY, 'NOT_CHECK_IN_TIME', 'change'],
  ['a moment later', session.endsAt + 30 * DAY + 1, 'NOT_CHECK_IN_TIME', 'NOT_CHECK_IN_TIME'],
])('%s, at %d: what the gate says is %s, and an organizer’s list %s', (_when, now, atGate, onList) => {
  for (const state of ['confirmed', 'absent'] as const) {
    expect(gist(recordIn(state), at(now))).toBe(atGate);
    expect(gist(recordIn(state), at(now, { afterwards: true }))).toBe(onList);
  }
});

test('a refusal for the time says when it would be time, for whoever asks', () => {
  const early = decideCheckIn(recordIn('confirmed'), at(OPENS - 5));
  expect(early).toMatchObject({ detail: { opensAt: OPENS, closesAt: session.endsAt, now: OPENS - 5 } });
  const late = decideCheckIn(recordIn('confirmed'), at(NOON + 90 * DAY, { afterwards: true }));
  expect(late).toMatchObject({ detail: { closesAt: session.endsAt + 30 * DAY } });
});

test('who has no place hears that, not that it is too early', () => {
  expect(gist(recordIn('waitlisted'), at(OPENS - DAY))).toBe('NOT_CONFIRMED');
});

test('who is in stays in, whatever the time, and nothing is written', () => {
  for (const now of [OPENS - DAY, NOON, NOON + 90 * DAY]) {
    expect(decideCheckIn(recordIn('attended'), at(now))).toEqual({ kind: 'again' });
  }
});

test('a cancelled activity lets nobody in, though their registrations have not heard of it', () => {
  expect(decideCheckIn(recordIn('confirmed'), at(NOON, { cancelled: true }))).toMatchObject({
    refusal: 'NOT_CONFIRMED',
    detail: { state: 'cancelled' },
  });
  expect(gist(recordIn('attended'), at(NOON, { cancelled: true }))).toBe('again');
});

function changed(decision: ReturnType<typeof decideCheckIn> | ReturnType<typeof decideUndo>): RegistrationRecord {
  if (decision.kind !== 'change') throw new Error(JSON.stringify(decision));
  return decision.next;
}

test('being let in remembers the request, how it was proved, and where they work now', () => {
  const next = changed(decideCheckIn(recordIn('confirmed'), at(NOON)));
  expect(next).toMatchObject({ state: 'attended', proofs: 1, pending: true, attendance: { ...proof, at: NOON } });
  expect(next.requests.map(({ id }) => id)).toEqual(['q1', 'q2']);
  expect(next.attendance).not.toHaveProperty('afterwards');
  const late = changed(decideCheckIn(recordIn('absent'), at(session.endsAt + DAY, { afterwards: true })));
  expect(late.attendance).toMatchObject({ afterwards: true, at: session.endsAt + DAY });
});

const undo = (now: number, changes: Partial<Undo> = {}): Undo => ({
  session,
  by: 'organizer',
  reason: '扫错了人',
  anyTime: false,
  request: { id: 'q3', digest: 'd3' },
  now,
  ...changes,
});

test.each(STATES.filter((state) => state !== 'attended'))('there is no check-in to undo of who is %s', (state) => {
  expect(decideUndo(recordIn(state), undo(NOON))).toMatchObject({ refusal: 'NOT_ATTENDED', detail: { state } });
});

test('who serves at the gate undoes while it is open, an organizer at any time', () => {
  const inside = recordIn('attended');
  expect(decideUndo(inside, undo(session.endsAt)).kind).toBe('change');
  expect(decideUndo(inside, undo(session.endsAt + 1))).toMatchObject({ refusal: 'TOO_LATE_FOR_GATE' });
  expect(decideUndo(inside, undo(NOON + 300 * DAY, { anyTime: true })).kind).toBe('change');
});

test('each check-in and each undoing is a record of its own, and only the last of them is due', () => {
  const first = changed(decideCheckIn(recordIn('confirmed'), at(NOON)));
  const tookPart = { _id: 'r1.1', kind: 'took-part', at: NOON, seats: 2, zoneId: 'a', ...proof };
  expect(participationsOf(first)).toEqual([expect.objectContaining(tookPart)]);
  const back = changed(decideUndo(first, undo(NOON + 1)));
  expect(back).toMatchObject({ state: 'confirmed', proofs: 2 });
  expect(participationsOf(back)).toEqual([
    expect.objectContaining({
      ...tookPart,
      _id: 'r1.2',
      kind: 'undone',
      at: NOON + 1,
      by: 'organizer',
      undoes: 'r1.1',
      reason: '扫错了人',
    }),
  ]);
  const { undone: _written, ...settled } = back;
  expect(participationsOf(settled)).toEqual([]);
  const anew = changed(decideCheckIn(settled, at(NOON + 2)));
  expect(participationsOf(anew).map(({ _id, kind }) => [_id, kind])).toEqual([['r1.3', 'took-part']]);
});

test('the log says who undid whose check-in and why, under an id that writing it twice does not change', () => {
  const inside = recordIn('attended');
  const back = changed(decideUndo(inside, undo(NOON + 1)));
  const entry = { activityId: 'music', at: NOON + 1, by: 'organizer', whom: 'm1', what: 'undone', reason: '扫错了人' };
  expect(undoneLogsOf(back)).toEqual([{ _id: 'q3.r1', v: 1, key: `${NOON + 1}_q3.r1`, ...entry }]);
  expect(undoneLogsOf(inside)).toEqual([]);
});

test('a venue that names no distance counts from anywhere; one that does needs a position within it', () => {
  const venue = { name: '药谷广场', address: '药谷路 1 号', latitude: 30.1, longitude: 120.2 };
  const close = { latitude: 30.101, longitude: 120.2 };
  expect(nearVenue(venue, undefined)).toBe('near');
  expect(nearVenue({ ...venue, checkInWithin: 111 }, undefined)).toBe('unknown');
  expect(nearVenue({ ...venue, checkInWithin: 111 }, close)).toBe('near');
  expect(nearVenue({ ...venue, checkInWithin: 110 }, close)).toEqual({ metres: 111, within: 110 });
});
