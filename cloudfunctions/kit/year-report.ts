import type { EnterpriseRecord } from '../../domain/member/member';
import { enterpriseYear, wholeYear } from '../../domain/report/cells';
import type { TallyRecord } from '../../domain/report/fold';
import { reportOf, wholeReportOf } from '../../domain/report/report';
import type { YearReport } from '../../types/contract';
import type { EnterpriseId, Instant } from '../../types/vocabulary';
import { _ } from './cloud';
import { byId, find } from './documents';
import { foldRecord } from './fold-record';

type Named = Pick<EnterpriseRecord, '_id' | 'name'>;

/** More enterprises than a park has. */
const ENTERPRISES_MOST = 1_000;

/** Of every enterprise, by id. */
export async function allEnterpriseNames(): Promise<Map<EnterpriseId, string>> {
  const enterprises = await find<Named>(
    'enterprises',
    { nameKey: _.gt('') },
    { orderBy: ['nameKey', 'asc'], limit: ENTERPRISES_MOST, projection: { name: true } },
  );
  return new Map(enterprises.map(({ _id, name }) => [_id, name]));
}

/** One enterprise's; `undefined` where there is none of that id. Three calls. */
export async function enterpriseReport(
  year: number,
  enterpriseId: EnterpriseId,
  now: Instant,
): Promise<YearReport | undefined> {
  const enterprise = await byId<Named>('enterprises', enterpriseId, { name: true });
  if (!enterprise) return undefined;
  // Before the tally: so that it is at least as far as it is said to be.
  const { exactUpTo } = await foldRecord();
  const tally = await byId<TallyRecord>('tallies', enterpriseYear(String(year), enterpriseId));
  const own = { id: enterpriseId, name: enterprise.name };
  return { ...reportOf({ year, tally, exactUpTo, now }), enterprise: own };
}

/** The whole union's. Three calls. */
export async function wholeReport(year: number, now: Instant): Promise<YearReport> {
  const { exactUpTo } = await foldRecord();
  const [tally, names] = await Promise.all([
    byId<TallyRecord>('tallies', wholeYear(String(year))),
    allEnterpriseNames(),
  ]);
  return wholeReportOf({ year, tally, exactUpTo, now }, names);
}
