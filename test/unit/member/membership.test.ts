import { decidePending } from '../../../domain/member/decide';
import { memberJoining } from '../../../domain/member/join';
import { callerOf, type MemberRecord } from '../../../domain/member/member';
import { NOON } from '../../support/plans';

const joined = (onRoster: boolean): MemberRecord =>
  memberJoining(
    { name: '张三', phoneCode: 'code', enterpriseId: 'e1', employment: 'employee', consent: { notice: 'v1' } },
    { memberId: 'm1', callerKey: 'c1', openid: 'o1', phone: '13800001234', phoneKey: 'k1', onRoster, now: NOON },
  );

test('a phone on the roster makes a member at once, any other waits for staff', () => {
  expect(joined(true)).toMatchObject({ status: 'active', joinedAt: NOON, consent: { notice: 'v1', at: NOON } });
  expect(joined(false)).toMatchObject({ status: 'pending', askedAt: NOON, askedKey: `${NOON}_m1` });
  expect(joined(false)).not.toHaveProperty('joinedAt');
  expect(joined(true)).not.toHaveProperty('phoneCode');
});

test('the caller document knows the member and no name, phone or account', () => {
  const member = { ...joined(true), openid: 'SECRET', name: 'SECRET', phone: 'SECRET', phoneKey: 'SECRET' };
  const caller = callerOf(member, [{ id: 'q', digest: 'd' }]);
  expect(caller).toEqual({
    _id: 'c1',
    v: 1,
    memberId: 'm1',
    status: 'active',
    enterpriseId: 'e1',
    employment: 'employee',
    grants: [],
    requests: [{ id: 'q', digest: 'd' }],
  });
});

test('approving makes a member from then on', () => {
  expect(decidePending(joined(false), { decision: 'approve' }, NOON + 1)).toEqual({
    member: { ...joined(false), status: 'active', joinedAt: NOON + 1 },
  });
});

test('declining needs a reason, which the person reads', () => {
  expect(decidePending(joined(false), { decision: 'decline' }, NOON)).toEqual({ refusal: 'REASON_NEEDED' });
  expect(decidePending(joined(false), { decision: 'decline', reason: '查无此人' }, NOON)).toEqual({
    member: { ...joined(false), status: 'declined', reason: '查无此人' },
  });
});

test.each(['active', 'declined'] as const)('somebody who is %s already does not wait', (status) => {
  const member: MemberRecord = { ...joined(false), status };
  expect(decidePending(member, { decision: 'approve' }, NOON)).toEqual({ refusal: 'ALREADY' });
});
