import * as v from 'valibot';
import type { EnterpriseRecord } from '../../domain/member/member';
import { holdsFor } from '../../domain/permission/grants';
import { enterpriseYear, wholeYear } from '../../domain/report/cells';
import type { TallyRecord } from '../../domain/report/fold';
import { reportOf, wholeReportOf } from '../../domain/report/report';
import type { Answer, ReportContract } from '../../types/contract';
import type { EnterpriseId, Instant, Role, Scope } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { foldRecord } from './fold-record';
import { yearNumber } from './year-number';

type YearAnswer = Answer<ReportContract['year']>;
type Named = Pick<EnterpriseRecord, '_id' | 'name'>;

const READERS: Role[] = ['unit-officer', 'organizer', 'admin'];
/** More enterprises than a park has. */
const ENTERPRISES_MOST = 1_000;

async function ofEnterprise(year: number, enterpriseId: EnterpriseId, now: Instant): Promise<YearAnswer> {
  const enterprise = await byId<Named>('enterprises', enterpriseId, { name: true });
  if (!enterprise) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'enterprise' } };
  // Before the tally: so that it is at least as far as it is said to be.
  const { exactUpTo } = await foldRecord();
  const tally = await byId<TallyRecord>('tallies', enterpriseYear(String(year), enterpriseId));
  const own = { id: enterpriseId, name: enterprise.name };
  return { ok: true, value: { ...reportOf({ year, tally, exactUpTo, now }), enterprise: own } };
}

async function ofAll(year: number, now: Instant): Promise<YearAnswer> {
  const { exactUpTo } = await foldRecord();
  const [tally, enterprises] = await Promise.all([
    byId<TallyRecord>('tallies', wholeYear(String(year))),
    find<Named>(
      'enterprises',
      { nameKey: _.gt('') },
      { orderBy: ['nameKey', 'asc'], limit: ENTERPRISES_MOST, projection: { name: true } },
    ),
  ]);
  const names = new Map(enterprises.map(({ _id, name }) => [_id, name]));
  return { ok: true, value: wholeReportOf({ year, tally, exactUpTo, now }, names) };
}

/** Four calls with the caller's, whatever the year held: it is counted already. */
export const year = read<'report.year'>({
  policy: staff(...READERS),
  schema: v.strictObject({ year: yearNumber, enterpriseId: v.exactOptional(id) }),
  async run({ year: of, enterpriseId }, { caller: { grants }, now }) {
    const scope: Scope = enterpriseId === undefined ? { kind: 'all' } : { kind: 'enterprise', id: enterpriseId };
    if (!holdsFor(grants, READERS, scope, now)) {
      const needs = enterpriseId === undefined ? READERS.filter((role) => role !== 'unit-officer') : READERS;
      return { ok: false, refusal: 'FORBIDDEN', detail: { needs } };
    }
    return enterpriseId === undefined ? ofAll(of, now) : ofEnterprise(of, enterpriseId, now);
  },
});
