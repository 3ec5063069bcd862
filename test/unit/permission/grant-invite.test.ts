import {
  accepting,
  type GrantInviteRecord,
  grantCode,
  grantInviteId,
  heldAlready,
  INVITE_MS,
  invitable,
  newGrantInvite,
  shutBy,
  withAccepted,
} from '../../../domain/permission/grant-invite';
import { heldKeys } from '../../../domain/permission/held';
import type { Grant } from '../../../types/vocabulary';

const NOON = Date.UTC(2026, 10, 20, 4);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const scope = { kind: 'activity', id: 'music' } as const;
const facts = { name: '音乐节', endsAt: NOON + 3 * DAY };
const open = { makerMay: true, facts, now: NOON };
const ann = { memberId: 'm-ann', enterpriseId: 'e1', grants: [] as Grant[] };

function invite(changes: Partial<GrantInviteRecord> = {}): GrantInviteRecord {
  const made = { code: 'c', nonce: 'n', by: 'm-hua', makerKey: 'k', now: NOON, request: { id: 'r', digest: 'd' } };
  const wish = { role: 'volunteer', scope, uses: 2 } as const;
  return { ...newGrantInvite(wish, { until: NOON + 2 * DAY, expiresAt: NOON + DAY }, made), ...changes };
}

test('another key, or another invite, makes another code, and none shows what it was made from', () => {
  const code = grantCode('secret', 'nonce');
  expect(code).toMatch(/^[a-z2-7]{24}$/);
  expect(grantCode('secret', 'nonce')).toBe(code);
  expect(grantCode('other', 'nonce')).not.toBe(code);
  expect(grantCode('secret', 'nonce2')).not.toBe(code);
  expect(grantInviteId(` ${code.toUpperCase()} `)).toBe(grantInviteId(code));
  expect(grantInviteId(code)).not.toContain(code.slice(0, 6));
});

test('an invite ends with the first of: seven days, the role, the thing itself', () => {
  expect(invitable({}, { name: '店' }, NOON)).toEqual({ expiresAt: NOON + INVITE_MS });
  expect(invitable({ until: NOON + HOUR }, facts, NOON)).toEqual({ until: NOON + HOUR, expiresAt: NOON + HOUR });
  // It is over on 23 November; the role lasts to the end of that day.
  const lastInstant = Date.UTC(2026, 10, 23, 16) - 1;
  expect(invitable({}, facts, NOON)).toEqual({ until: lastInstant, expiresAt: NOON + 3 * DAY });
  expect(invitable({}, { ...facts, gone: true }, NOON)).toEqual({ refusal: 'NOTHING_TO_DO' });
  expect(invitable({}, facts, facts.endsAt)).toEqual({ refusal: 'NOTHING_TO_DO' });
  expect(invitable({ until: NOON }, facts, NOON)).toEqual({ refusal: 'UNTIL_PASSED' });
});

test('an invite is shut by its withdrawal, the end of the thing, its maker’s loss, its time, its uses, in this order', () => {
  const worst = invite({ state: 'withdrawn', used: 2 });
  const over = { makerMay: false, facts: { ...facts, gone: true as const }, now: NOON + DAY };
  expect(shutBy(worst, over)).toBe('withdrawn');
  expect(shutBy(invite({ used: 2 }), over)).toBe('over');
  expect(shutBy(invite({ used: 2 }), { ...over, facts: undefined })).toBe('over');
  expect(shutBy(invite({ used: 2 }), { ...over, facts })).toBe('maker-gone');
  expect(shutBy(invite({ used: 2 }), { ...over, facts, makerMay: true })).toBe('expired');
  expect(shutBy(invite({ used: 2 }), open)).toBe('used-up');
  expect(shutBy(invite({ used: 1 }), open)).toBeUndefined();
});

test('an acceptance that was not written out is, whatever became of the invite', () => {
  const begun = invite({ state: 'withdrawn', accepted: { 'm-ann': { at: NOON } } });
  expect(accepting(begun, ann, open)).toEqual({ kind: 'settle' });
});

test('one who accepted before and has the role no more does not get it by the same link', () => {
  const had = invite({ accepted: { 'm-ann': { at: NOON, settled: true } } });
  expect(accepting(had, ann, open)).toEqual({ kind: 'shut', why: 'yours-ended' });
  const has = { ...ann, grants: [{ role: 'volunteer', scope, until: NOON + 2 * DAY } as const] };
  expect(accepting(had, has, open)).toEqual({ kind: 'held' });
});

test('only a member of the enterprise accepts to be its officer', () => {
  const officer = invite({ role: 'unit-officer', scope: { kind: 'enterprise', id: 'e1' } });
  expect(accepting(officer, ann, open)).toEqual({ kind: 'take' });
  expect(accepting(officer, { ...ann, enterpriseId: 'e2' }, open)).toEqual({ kind: 'other-enterprise' });
  expect(accepting(officer, { ...ann, enterpriseId: undefined }, open)).toEqual({ kind: 'other-enterprise' });
});

test('a role that lasts as long or longer is held already; a shorter one, another role or scope is not', () => {
  const until = NOON + 2 * DAY;
  const held = (grant: Grant) => heldAlready(invite(), [grant]);
  expect(held({ role: 'volunteer', scope })).toBe(true);
  expect(held({ role: 'volunteer', scope, until })).toBe(true);
  expect(held({ role: 'volunteer', scope, until: until - 1 })).toBe(false);
  expect(held({ role: 'referee', scope })).toBe(false);
  expect(held({ role: 'volunteer', scope: { ...scope, id: 'walk' } })).toBe(false);
  const { until: _none, ...endless } = invite();
  expect(heldAlready(endless, [{ role: 'volunteer', scope, until }])).toBe(false);
  expect(withAccepted([{ role: 'volunteer', scope, until: NOON }], invite())).toEqual([
    { role: 'volunteer', scope, until },
  ]);
  expect(withAccepted([{ role: 'volunteer', scope }], invite())).toEqual([{ role: 'volunteer', scope }]);
});

test('somebody is found by the latest end of each role', () => {
  const at = (role: Grant['role'], until?: number): Grant => ({
    ...{ role, scope: { kind: 'shop', id: String(until) } },
    ...(until !== undefined && { until }),
  });
  expect(
    heldKeys('m1', [at('merchant', 1_700_000_000_000), at('merchant', 1_600_000_000_000), at('volunteer')]),
  ).toEqual({
    merchant: '1700000000000_m1',
    volunteer: '9999999999999_m1',
  });
  expect(heldKeys('m1', [])).toEqual({});
  // As long as no key can say: found like one without an end, and not before all that are past.
  expect(heldKeys('m1', [at('admin', 10_000_000_000_000)])).toEqual({ admin: '9999999999999_m1' });
});
