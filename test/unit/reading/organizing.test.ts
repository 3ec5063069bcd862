import { closed, drafted, edited, managedOf, published } from '../../../domain/reading/organizing';
import { openReader } from '../../../domain/reading/reader';
import { standingOf } from '../../../domain/reading/standing';
import { challengePlan } from '../../support/challenges';
import { DAY, NOON } from '../../support/plans';

const by = (at: number, id = 'q1') => ({ by: 'm1', at, request: { id, digest: 'd' } });
const running = () => published(drafted('c1', challengePlan(), by(NOON - 20 * DAY)), by(NOON - 15 * DAY, 'q2'));

test('a draft has its request, and every change one more, with who made it and a higher number', () => {
  const challenge = running();
  expect(challenge).toMatchObject({ rev: 1, state: 'published', changed: { by: 'm1', at: NOON - 15 * DAY } });
  expect(challenge.requests.map(({ id }) => id)).toEqual(['q1', 'q2']);
  const later = edited(challenge, challengePlan({ endsOn: '2026-12-20' }), by(NOON, 'q3'));
  expect(later).toMatchObject({ rev: 2, endKey: '2026-12-20_c1', state: 'published' });
});

test('closed while it runs it ends today, with the reason', () => {
  const over = closed(running(), { ...by(NOON, 'q3'), reason: '场地停用' });
  expect(over).toMatchObject({
    ...{ state: 'closed', endKey: '2026-11-20_c1', changed: { reason: '场地停用' } },
    plan: { startsOn: '2026-11-10', endsOn: '2026-11-20' },
  });
  expect(managedOf(over, 3, '2026-11-20')).toMatchObject({ phase: 'closed', readers: 3 });
});

test('closed when it is over it keeps its last day', () => {
  expect(closed(running(), by(NOON + 40 * DAY)).plan.endsOn).toBe('2026-12-09');
});

test('closed before it began it has no day, and nobody has kept a streak over all of it', () => {
  const never = closed(running(), by(Date.UTC(2026, 10, 9, 4)));
  expect(never.plan.endsOn).toBe('2026-11-09');
  const terms = { id: 'c1', ...never.plan };
  const reader = openReader(terms, { memberId: 'm1', enterpriseId: 'e1', enterpriseName: '' }, '2026-11-09');
  expect(standingOf(reader, terms, '2026-12-01')).toMatchObject({ badges: [], days: 0 });
});
