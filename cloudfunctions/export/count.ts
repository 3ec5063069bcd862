import { timeKey } from '../../domain/time/shanghai';
import type { ExportOf } from '../../types/contract';
import type { EnterpriseId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { countOf } from '../kit/documents';
import { spanOf } from './span';

/** About how many rows there will be; one call. */
export async function aboutRows(of: ExportOf, within: readonly EnterpriseId[] | undefined): Promise<number> {
  switch (of.kind) {
    case 'registrations':
      return countOf('registrations', { activityId: of.activityId });
    case 'attendance':
      return countOf('participations', { activityId: of.activityId });
    case 'participation': {
      const { startsAt, endsAt } = spanOf(of);
      const [one] = within ?? [];
      const at = _.gte(startsAt).and(_.lt(endsAt));
      return countOf('participations', one === undefined ? { at } : { enterpriseId: one, at });
    }
    case 'points': {
      const { startsAt, endsAt } = spanOf(of);
      return countOf('entries', { key: _.gte(timeKey(startsAt)).and(_.lt(timeKey(endsAt))) });
    }
    case 'year':
      return 0;
    default:
      return of satisfies never;
  }
}
