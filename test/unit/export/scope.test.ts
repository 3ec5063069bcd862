import { reachOf } from '../../../domain/export/scope';
import type { ExportOf } from '../../../types/contract';
import type { Grant } from '../../../types/vocabulary';
import { NOON } from '../../support/plans';

const admin: Grant = { role: 'admin', scope: { kind: 'all' } };
const organizer: Grant = { role: 'organizer', scope: { kind: 'all' } };
const officer = (id: string, until?: number): Grant => ({
  ...{ role: 'unit-officer', scope: { kind: 'enterprise', id } },
  ...(until !== undefined && { until }),
});
const list: ExportOf = { kind: 'registrations', activityId: 'music' };
const year = (enterpriseId?: string): ExportOf => ({ kind: 'year', year: 2026, ...(enterpriseId && { enterpriseId }) });

test('admins and organizers reach all rows, and those of one enterprise where they name it', () => {
  expect(reachOf({ of: list }, [organizer], NOON)).toEqual({ reach: { role: 'organizer' } });
  expect(reachOf({ of: list }, [organizer, admin], NOON)).toEqual({ reach: { role: 'admin' } });
  expect(reachOf({ of: year('e1') }, [organizer], NOON)).toEqual({ reach: { role: 'organizer', within: ['e1'] } });
});

test('an officer reaches the rows of their own enterprises, as long as they are its officer', () => {
  const both = [officer('e1'), officer('e2', NOON - 1)];
  expect(reachOf({ of: list }, both, NOON)).toEqual({ reach: { role: 'unit-officer', within: ['e1'] } });
  expect(reachOf({ of: year('e1') }, both, NOON)).toEqual({ reach: { role: 'unit-officer', within: ['e1'] } });
  for (const of of [year('e2'), year('e3'), year()]) expect(reachOf({ of }, both, NOON)).toHaveProperty('needs');
});

test('points of the year are for admins, full phones for admins and organizers', () => {
  const points: ExportOf = { kind: 'points', year: 2026 };
  expect(reachOf({ of: points }, [organizer, officer('e1')], NOON)).toEqual({ needs: ['admin'] });
  expect(reachOf({ of: points }, [admin], NOON)).toEqual({ reach: { role: 'admin' } });
  expect(reachOf({ of: list, phones: 'full' }, [officer('e1')], NOON)).toEqual({ needs: ['admin', 'organizer'] });
  expect(reachOf({ of: list, phones: 'full' }, [organizer], NOON)).toHaveProperty('reach');
});

test('helpers at a gate, a table or a counter export nothing', () => {
  const grants: Grant[] = [
    { role: 'volunteer', scope: { kind: 'activity', id: 'music' } },
    { role: 'referee', scope: { kind: 'activity', id: 'music' } },
    { role: 'merchant', scope: { kind: 'shop', id: 'cafe' } },
  ];
  for (const of of [list, year(), year('e1')]) expect(reachOf({ of }, grants, NOON)).toHaveProperty('needs');
});
