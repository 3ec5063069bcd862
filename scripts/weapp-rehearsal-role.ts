/** What the rehearsal's cloud answers about roles: an invite to one, somebody who has one. */
export function roleAnswers(now: number): Record<string, unknown> {
  const scope = { kind: 'activity', id: 'none', name: '职工音乐节' };
  const ends = { until: now + 86_400_000, expiresAt: now + 3_600_000 };
  const role = { role: 'volunteer', scope, ...ends };
  const person = { memberId: 'm', name: '许知夏' };
  return {
    grantOffer: { by: '苏明月', ...role, now },
    grantInvites: {
      items: [{ id: 'i', code: 'c', ...role, uses: 30, by: '苏明月', accepted: [{ ...person, at: now }] }],
      now,
    },
    roleHolders: {
      items: [{ ...person, phone: '138****1006', enterprise: { id: 'e', name: '药谷第一制药' }, scope, ...ends }],
      now,
    },
  };
}
