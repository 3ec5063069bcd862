import { randomBytes } from 'node:crypto';
import { EJSON } from 'bson';
import { activityFrom } from '../../../domain/activity/activity';
import { idFrom } from '../../../domain/id/base32';
import { heldName } from '../../../domain/signup/counters';
import { leftInSession, leftOf, POOL_PLACES, type PoolRecord } from '../../../domain/signup/pool';
import { emptyPage, PAGE_ENTRIES, type QueueEntry, waitedFor } from '../../../domain/signup/queue';
import { arrivalNames } from '../../../domain/ticket/arrivals';
import { NOON, plan, session, soloPool } from '../../support/plans';
import { requestIds } from '../../support/request-ids';

const newId = () => idFrom(randomBytes(16));

/** As many bytes as it takes on the wire, where every number is written with its type. */
const bytes = (value: object): number => Buffer.byteLength(EJSON.stringify(value, { relaxed: false }));
const MEGABYTE = 1024 * 1024;

const requestId = requestIds();
const request = () => ({ id: requestId(), digest: newId() + newId().slice(0, 8) });
/** The longest names that there are: of a session, of a zone in it, of an enterprise. */
const longest = (firm = newId()) => ['sabcdef', 'sabcdef_abcdef', `e_${firm}`];

/** As many as a park of several hundred enterprises has. */
const FIRMS = Array.from({ length: 500 }, newId);

/** Every place taken, by members of all enterprises, all of whom have come, each in a minute and by a gate. */
function fullPool(): PoolRecord {
  const zoned = session('sabcdef', POOL_PLACES, [['abcdef', POOL_PLACES]]);
  const pool = soloPool(
    activityFrom(plan({ sessions: [zoned], description: ['长'.repeat(2_000)], quota: { each: 9 } })),
  );
  for (let at = 0; at < POOL_PLACES; at++) {
    const enterpriseId = FIRMS[at % FIRMS.length] ?? '';
    const counters = longest(enterpriseId);
    const { id, digest } = request();
    const made = { registration: newId(), request: id, digest, counters, seats: 1, at: NOON + at };
    pool.claims[newId()] = { ...made, came: NOON + at, proof: 1 };
    for (const counter of counters) pool.used[counter] = (pool.used[counter] ?? 0) + 1;
    const place = { sessionId: 'sabcdef', zoneId: 'abcdef' };
    const names = arrivalNames(place, { at: NOON + at * 60_000, gate: `门${at % 40}`, enterpriseId });
    const name = heldName('sabcdef', enterpriseId);
    pool.held[name] = (pool.held[name] ?? 0) + 1;
    if (at < FIRMS.length) pool.enterprises.push(enterpriseId);
    for (const name of names) pool.arrived[name] = (pool.arrived[name] ?? 0) + 1;
  }
  return pool;
}

test('a pool that is as full as it gets, everybody there, is one answer of the cloud: under 1 MB', () => {
  expect(POOL_PLACES).toBe(2_000);
  expect(bytes(fullPool())).toBeLessThan(MEGABYTE);
});

test('what the sweep reads of it is, and so is what a sign-up reads, whatever is remembered and waited for', () => {
  const { _id, of, activityId, claims, sweptTo, terms, used, shard } = fullPool();
  expect(bytes({ _id, of, activityId, claims, sweptTo })).toBeLessThan(MEGABYTE);
  const on = Object.fromEntries(Object.keys(used).map((counter) => [counter, true]));
  const past = { requests: Array.from({ length: 5 }, () => ({ id: requestId(), registration: newId() })), at: NOON };
  const read = {
    _id,
    of,
    activityId,
    shard,
    terms,
    used,
    queue: { page: 1, on },
    claims: {},
    past: { [newId()]: past },
  };
  expect(bytes(read)).toBeLessThan(MEGABYTE / 4);
});

/** As much as one request to the database may be. */
const REQUEST = 100 * 1024;

const entry = (): QueueEntry => {
  const { id, digest } = request();
  const made = { registration: newId(), memberId: newId(), request: id, digest, at: NOON };
  return { ...made, counters: longest(), seats: 6 };
};

test('a full page of the queue is one answer of the cloud, and joining it is a small change', () => {
  const page = { ...emptyPage(`${'a'.repeat(40)}.sabcdef`, 99), appended: PAGE_ENTRIES, sealed: NOON, dueAt: NOON };
  page.entries = Array.from({ length: PAGE_ENTRIES }, entry);
  expect(PAGE_ENTRIES).toBe(500);
  expect(bytes(page)).toBeLessThan(MEGABYTE);
  const joining = { $push: { entries: { $each: [entry()] } }, $inc: { appended: 1 }, $min: { dueAt: NOON } };
  expect(bytes(joining)).toBeLessThan(REQUEST / 100);
});

test('saying what a page of people of as many enterprises waits for is one request to the database', () => {
  const entries = Array.from({ length: PAGE_ENTRIES }, entry);
  const shard = { _id: 'music', terms: { caps: { 'e_*': 0 } }, used: {} };
  const on = waitedFor(entries, shard);
  expect(Object.keys(on)).toHaveLength(PAGE_ENTRIES + 2);
  const asRead = Object.fromEntries(Object.keys(on).map((counter) => [`used.${counter}`, 6]));
  const change = { query: { _id: 'music', 'queue.page': 1, ...asRead }, data: { $set: { queue: { page: 2, on } } } };
  expect(bytes(change)).toBeLessThan(REQUEST);
});

test('what is left is never negative, and an unused counter has everything left', () => {
  const stock = { caps: { s1: 5 }, used: { s1: 7 } };
  expect(leftOf(stock, 's1')).toBe(0);
  expect(leftOf({ ...stock, used: {} }, 's1')).toBe(5);
  expect(leftOf(stock, 's9')).toBe(0);
});

test('a session takes no more than its zones together, and no more than itself', () => {
  const zoned = session('s1', 10, [
    ['a', 3],
    ['b', 4],
  ]);
  const { caps } = soloPool(activityFrom(plan({ sessions: [zoned, session('s2', 4)] }))).terms;
  const left = (used: Record<string, number>) => leftInSession({ caps, used }, zoned);
  expect(left({})).toBe(7);
  expect(left({ s1: 9, s1_a: 3, s1_b: 0 })).toBe(1);
  expect(left({ s1: 7, s1_a: 3, s1_b: 4 })).toBe(0);
  expect(leftInSession({ caps, used: { s2: 1 } }, session('s2', 4))).toBe(3);
});
