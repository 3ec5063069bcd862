import * as v from 'valibot';
import { holdsFor } from '../../domain/permission/grants';
import type { Role, Scope } from '../../types/vocabulary';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { yearNumber } from '../kit/year-number';
import { enterpriseReport, wholeReport } from '../kit/year-report';

const READERS: Role[] = ['unit-officer', 'organizer', 'admin'];

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
    const report = await (enterpriseId === undefined ? wholeReport(of, now) : enterpriseReport(of, enterpriseId, now));
    return report ? { ok: true, value: report } : { ok: false, refusal: 'NOT_FOUND', detail: { what: 'enterprise' } };
  },
});
