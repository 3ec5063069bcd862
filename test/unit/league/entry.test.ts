import {
  arranged,
  type Entry,
  type EntryContext,
  entered,
  enterpriseOf,
  handedOver,
  joined,
  left,
  missing,
  removed,
  withdrawn,
} from '../../../domain/league/entry';

const LOCK = 1_000;
const at = (now: number, more: Partial<EntryContext> = {}): EntryContext => ({
  rules: { kind: 'team', lineup: 3, substitutes: 2 },
  lockAt: LOCK,
  now,
  ...more,
});

function changed(answer: { kind: string } | { kind: 'change'; entry: Entry }): Entry {
  if (!('entry' in answer)) throw new Error(JSON.stringify(answer));
  return answer.entry;
}

function team(...members: string[]): Entry {
  const [captain = 'a', ...others] = members;
  let entry = changed(entered({ id: 't', name: '一队', captain: { memberId: captain, enterpriseId: 'u1' } }, at(0)));
  for (const [nth, memberId] of others.entries()) {
    entry = changed(joined(entry, { memberId, enterpriseId: 'u2' }, at(nth + 1)));
  }
  return entry;
}

const substitutes = ({ roster }: Entry) =>
  Object.keys(roster)
    .filter((id) => roster[id]?.substitute)
    .sort();

test('a team fills up to the players and substitutes that its discipline allows', () => {
  const full = team('a', 'b', 'c', 'd', 'e');
  expect(substitutes(full)).toEqual(['d', 'e']);
  expect(joined(full, { memberId: 'f' }, at(9))).toEqual({
    kind: 'refuse',
    refusal: 'ROSTER_FULL',
    detail: { most: 5 },
  });
  expect(missing(team('a', 'b'), at(0).rules)).toBe(1);
  expect(missing(full, at(0).rules)).toBe(0);
});

test('a person is complete alone, a pair with two', () => {
  const pair = at(0, { rules: { kind: 'pair' } });
  const one = changed(entered({ id: 'p', name: '', captain: { memberId: 'a' } }, pair));
  expect(missing(one, pair.rules)).toBe(1);
  const two = changed(joined(one, { memberId: 'b' }, pair));
  expect(missing(two, pair.rules)).toBe(0);
  expect(joined(two, { memberId: 'c' }, pair)).toMatchObject({ refusal: 'ROSTER_FULL' });
  expect(joined(one, { memberId: 'b' }, at(0, { rules: { kind: 'person' } }))).toMatchObject({
    refusal: 'ROSTER_FULL',
  });
});

test('a member is in one team of a league', () => {
  const refused = { kind: 'refuse', refusal: 'ALREADY_ENTERED', detail: { entryId: 'other' } };
  expect(joined(team('a'), { memberId: 'b', elsewhere: 'other' }, at(1))).toEqual(refused);
  expect(entered({ id: 'n', name: '', captain: { memberId: 'b', elsewhere: 'other' } }, at(1))).toEqual(refused);
});

test('joining twice is joining once', () => {
  expect(joined(team('a', 'b'), { memberId: 'b', elsewhere: 't' }, at(5))).toEqual({ kind: 'known' });
  expect(joined(team('a', 'b'), { memberId: 'b' }, at(LOCK + 5))).toEqual({ kind: 'known' });
});

test('at the deadline the roster stands; an organizer may still change it', () => {
  const refused = { kind: 'refuse', refusal: 'ROSTER_LOCKED', detail: { lockedAt: LOCK } };
  const some = team('a', 'b');
  expect(joined(some, { memberId: 'c' }, at(LOCK - 1)).kind).toBe('change');
  expect(joined(some, { memberId: 'c' }, at(LOCK))).toEqual(refused);
  expect(left(some, 'b', at(LOCK))).toEqual(refused);
  expect(removed(some, { by: 'a', memberId: 'b' }, at(LOCK))).toEqual(refused);
  expect(entered({ id: 'n', name: '', captain: { memberId: 'x' } }, at(LOCK))).toEqual(refused);
  expect(joined(some, { memberId: 'c' }, at(LOCK, { byOrganizer: true })).kind).toBe('change');
  expect(handedOver(some, { by: 'a', to: 'b' }, at(LOCK)).kind).toBe('change');
});

test('when the captain leaves, whoever has been there longest leads; the last one takes the team along', () => {
  const rest = changed(left(team('a', 'c', 'b'), 'a', at(9)));
  expect(rest.captain).toBe('c');
  expect(left(team('a'), 'a', at(9))).toEqual({ kind: 'end' });
  expect(left(team('a'), 'z', at(9))).toEqual({ kind: 'known' });
});

test('when a player leaves, the substitute who has been there longest plays', () => {
  const rest = changed(left(team('a', 'b', 'c', 'd', 'e'), 'b', at(9)));
  expect(substitutes(rest)).toEqual(['e']);
  expect(substitutes(changed(left(team('a', 'b', 'c', 'd', 'e'), 'd', at(9))))).toEqual(['e']);
});

test('the captain alone takes others out, hands over, and says who plays', () => {
  const some = team('a', 'b', 'c', 'd');
  const refused = { kind: 'refuse', refusal: 'NOT_CAPTAIN', detail: {} };
  expect(removed(some, { by: 'b', memberId: 'c' }, at(9))).toEqual(refused);
  expect(handedOver(some, { by: 'b', to: 'c' }, at(9))).toEqual(refused);
  expect(arranged(some, { by: 'b', substitutes: ['a'] }, at(9))).toEqual(refused);
  expect(withdrawn(some, 'b', at(9))).toEqual(refused);
  expect(changed(removed(some, { by: 'a', memberId: 'c' }, at(9))).roster).not.toHaveProperty('c');
  expect(changed(handedOver(some, { by: 'a', to: 'c' }, at(9))).captain).toBe('c');
  expect(handedOver(some, { by: 'a', to: 'z' }, at(9))).toMatchObject({ refusal: 'NOT_IN_ROSTER' });
  expect(substitutes(changed(arranged(some, { by: 'a', substitutes: ['a'] }, at(9))))).toEqual(['a']);
});

test('as many play as the discipline says', () => {
  const some = team('a', 'b', 'c', 'd');
  const refused = { kind: 'refuse', refusal: 'LINEUP', detail: { lineup: 3 } };
  expect(arranged(some, { by: 'a', substitutes: [] }, at(9))).toEqual(refused);
  expect(arranged(some, { by: 'a', substitutes: ['a', 'b'] }, at(9))).toEqual(refused);
  expect(arranged(some, { by: 'a', substitutes: ['z'] }, at(9))).toMatchObject({ refusal: 'NOT_IN_ROSTER' });
});

test('who gave up its part takes nobody in any more', () => {
  const gone = changed(withdrawn(team('a', 'b'), 'a', at(LOCK + 7)));
  expect(gone.withdrawnAt).toBe(LOCK + 7);
  expect(withdrawn(gone, 'a', at(LOCK + 8))).toEqual({ kind: 'known' });
  expect(joined(gone, { memberId: 'c' }, at(5))).toMatchObject({ refusal: 'ENTRY_WITHDRAWN' });
});

test("a team is of the enterprise that most of it are from, of several the captain's", () => {
  expect(enterpriseOf(team('a', 'b', 'c'))).toBe('u2');
  expect(enterpriseOf(team('a', 'b'))).toBe('u1');
  expect(enterpriseOf(changed(handedOver(team('a', 'b'), { by: 'a', to: 'b' }, at(9))))).toBe('u2');
  expect(enterpriseOf(changed(entered({ id: 'n', name: '', captain: { memberId: 'x' } }, at(0))))).toBeUndefined();
});
