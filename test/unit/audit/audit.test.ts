import { auditEntry, LOOK_MS, lookId, subjectFrom, subjectKey, widestRole } from '../../../domain/audit/audit';
import { NOON } from '../../support/plans';

test('the same look within ten minutes by the clock is one, and any other is another', () => {
  const start = Math.floor(NOON / LOOK_MS) * LOOK_MS;
  const id = lookId('caller', 'digest', start);
  expect(lookId('caller', 'digest', start + LOOK_MS - 1)).toBe(id);
  expect(lookId('caller', 'digest', start + LOOK_MS)).not.toBe(id);
  expect(lookId('other', 'digest', start)).not.toBe(id);
  expect(lookId('caller', 'other', start)).not.toBe(id);
});

test('a phone in a reason is masked', () => {
  const entry = auditEntry('x', 'export', {
    ...{ at: NOON, by: 'm2', role: 'admin', what: 'export.start', phones: 'full', subjects: [] },
    reason: '给 13812341234 投保，单号 20261120',
  });
  expect(entry.reason).toBe('给 138****1234 投保，单号 20261120');
});

test('a subject is found by one text, and comes back from it', () => {
  for (const subject of [{ kind: 'activity', id: 'a-b' } as const, { kind: 'year', id: '2026' } as const])
    expect(subjectFrom(subjectKey(subject))).toEqual(subject);
});

test('the role of an entry is the widest of those that somebody has', () => {
  const merchant = { role: 'merchant', scope: { kind: 'shop', id: 's' } } as const;
  const organizer = { role: 'organizer', scope: { kind: 'all' } } as const;
  expect(widestRole([merchant, organizer])).toBe('organizer');
});

test('an entry names each of whom it is once', () => {
  const member = { kind: 'member', id: 'm1' } as const;
  const entry = auditEntry('x', 'look', {
    ...{ at: NOON, by: 'm2', role: 'admin', what: 'points.account', phones: 'none', persons: 1 },
    subjects: [member, member],
  });
  expect(entry.subjects).toEqual(['member:m1']);
});
