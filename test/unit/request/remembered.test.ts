import fc from 'fast-check';
import { type AcceptedRequest, REMEMBERED, recall, remember } from '../../../domain/request/remembered';
import { holds } from '../../support/seed';

const request = fc.record({ id: fc.integer({ min: 0, max: 60 }).map(String), digest: fc.constantFrom('x', 'y') });

test('the last twenty accepted requests are remembered, in order, and no more', () => {
  expect(REMEMBERED).toBe(20);
  holds(
    fc.property(fc.array(request, { maxLength: 50 }), (all) => {
      const kept = all.reduce<AcceptedRequest[]>(remember, []);
      return JSON.stringify(kept) === JSON.stringify(all.slice(-20));
    }),
    500,
  );
});

test('a remembered id is the same request with its digest and reused with another', () => {
  const kept = [{ id: '1', digest: 'x' }];
  expect(recall(kept, { id: '1', digest: 'x' })).toBe('same');
  expect(recall(kept, { id: '1', digest: 'y' })).toBe('reused');
  expect(recall(kept, { id: '2', digest: 'x' })).toBe('new');
});

test('remembering changes no list that somebody else has', () => {
  const kept: AcceptedRequest[] = [];
  remember(kept, { id: '1', digest: 'x' });
  expect(kept).toEqual([]);
});
