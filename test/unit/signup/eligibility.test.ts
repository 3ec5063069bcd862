import { type Applicant, ineligible } from '../../../domain/signup/eligibility';
import type { MemberStatus } from '../../../types/vocabulary';

const member: Applicant = { memberId: 'm', status: 'active', enterpriseId: 'e1', employment: 'employee' };

test('an activity without lists is for every member', () => {
  expect(ineligible({}, member)).toBeUndefined();
});

test.each<MemberStatus>(['visitor', 'pending', 'declined'])(
  'somebody who is %s is told so before anything else',
  (status) => {
    const nowhere = { enterprises: ['e9'], employments: [] };
    expect(ineligible(nowhere, { ...member, status })).toEqual({ why: 'status', status });
  },
);

test('a list of enterprises keeps the others out', () => {
  expect(ineligible({ enterprises: ['e1', 'e2'] }, member)).toBeUndefined();
  expect(ineligible({ enterprises: ['e2'] }, member)).toEqual({ why: 'enterprise' });
  expect(ineligible({ enterprises: [] }, member)).toEqual({ why: 'enterprise' });
});

test('a list of employments keeps the others out, after the enterprise was looked at', () => {
  expect(ineligible({ employments: ['employee'] }, member)).toBeUndefined();
  expect(ineligible({ employments: ['new-form'] }, member)).toEqual({ why: 'employment' });
  expect(ineligible({ enterprises: ['e2'], employments: ['new-form'] }, member)).toEqual({ why: 'enterprise' });
});

test('somebody whose enterprise or employment is not known is on no list', () => {
  const { enterpriseId: _enterprise, employment: _employment, ...bare } = member;
  expect(ineligible({ enterprises: ['e1'] }, bare)).toEqual({ why: 'enterprise' });
  expect(ineligible({ employments: ['employee'] }, bare)).toEqual({ why: 'employment' });
});
