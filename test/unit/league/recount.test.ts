import { correction } from '../../../domain/league/correcting';
import { finished } from '../../../domain/league/finishing';
import { won } from '../../support/drawn-league';
import { DOING, drawnRecord, entered } from '../../support/league-records';
import { NOON } from '../../support/plans';

const KNOCKOUT = { first: { kind: 'knockout' as const, placeThree: false, bestOf: 1, minutes: 30 } };

test('a correction by which somebody took no part after all is a new count, although all places stay', () => {
  let league = drawnRecord(4, { format: KNOCKOUT });
  for (const id of ['first.1.1', 'first.1.2', 'first.2.1']) league = entered(league, id, won(0));
  const over = finished(league, { at: NOON, lotsFrom: 's' });
  if (over.kind !== 'finished') throw new Error('all is played');
  const order = {
    fixtureId: 'first.1.1',
    outcome: { kind: 'walkover', side: 1 },
    reason: '没有来',
    seed: 's',
  } as const;
  const after = correction(over.league, order, DOING);
  if (after.kind !== 'change') throw new Error(after.kind);
  expect(after.league.placings).toEqual(over.league.placings);
  expect(after.league.recounts).toBe(1);
});
