import type { StoredParticipation } from '../../domain/participation/participation';
import type { FoldRecord } from '../../domain/report/fold';
import type { Answer, ReportContract } from '../../types/contract';
import { BRANDS, FORMATS } from '../../types/vocabulary';
import type { Called, Meter, RunningCloud } from './cloud';
import { HOUR, NOON } from './plans';
import { requestIds } from './request-ids';
import { documents, FIRST_ADMIN } from './town';

export const requestId = requestIds(23);

/** Calls an operation of the report. */
export function atReport<O extends keyof ReportContract & string>(
  cloud: RunningCloud,
  op: O,
  input: ReportContract[O]['input'],
  openid = FIRST_ADMIN,
): Promise<Called<Answer<ReportContract[O]>>> {
  return cloud.call('report', op, input, { openid, requestId: requestId() });
}

export interface TallyRun {
  failed?: string;
  result?: { ok: boolean; value?: { found: number; done: number; skipped?: true } };
  meter: Meter;
}

export const sweepTallies = async (cloud: RunningCloud): Promise<TallyRun> =>
  (await cloud.api('POST', 'timers/run', { function: 'report', name: 'sweepTallies' })) as TallyRun;

export const foldOf = async (cloud: RunningCloud): Promise<FoldRecord | undefined> =>
  (await documents<FoldRecord>(cloud, 'batches'))[0];

/** Records as check-ins leave them, of as many members, sessions, enterprises and formats as there are numbers. */
export function attendancesOf(count: number, changes: (at: number) => Partial<StoredParticipation> = () => ({})) {
  return Array.from({ length: count }, (_none, at): StoredParticipation => {
    const registrationId = `crowd${at}`;
    return {
      ...{ _id: `${registrationId}.1`, v: 1, kind: 'took-part', memberId: `mcrowd${at % 300}`, registrationId },
      ...{ activityId: `act${at % 7}`, sessionId: `s${at % 2}`, brand: BRANDS[at % 4] ?? 'warm' },
      ...{
        format: FORMATS[at % 8] ?? 'show',
        enterpriseId: `e${at % 40}`,
        employment: 'employee',
        seats: 1 + (at % 3),
      },
      ...{ at: NOON, startsAt: NOON - HOUR, expected: true, by: '', way: 'list', tallyDue: NOON - 10 * HOUR + at },
      ...changes(at),
    };
  });
}
