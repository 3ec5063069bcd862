import { isDeepStrictEqual } from 'node:util';
import type { ParticipationRecord, StoredParticipation } from '../../domain/participation/participation';
import type { UndoneLog } from '../../domain/participation/undone-log';
import type { PoolRecord } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RunningCloud } from './cloud';
import { documents } from './town';

interface Attendances {
  pools: readonly PoolRecord[];
  registrations: readonly RegistrationRecord[];
  participations: readonly ParticipationRecord[];
  logs: readonly { what?: string }[];
}

const isOfSheet = ({ registrationId }: ParticipationRecord): boolean => registrationId.startsWith('sheet-');

const byId = <T extends { _id: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((each) => [each._id, each]));

/** What one registration's records say of it: one after the other they let in and undo, and the last is how it stands. */
function proofsAgree(record: RegistrationRecord, records: readonly ParticipationRecord[]): string[] {
  const { _id, state, proofs } = record;
  const faults: string[] = [];
  const known = byId(records);
  const took = records.filter(({ kind }) => kind === 'took-part').length;
  const undone = records.length - took;
  if (took - undone !== (state === 'attended' ? 1 : 0))
    faults.push(`${_id} is ${state}: in ${took}, out ${undone} times`);
  if (records.length !== proofs) faults.push(`${_id} has ${records.length} records of ${proofs} proofs`);
  for (let proof = 1; proof <= proofs; proof++) {
    const each = known.get(`${_id}.${proof}`);
    if (!each) faults.push(`${_id} has no record ${proof}`);
    else if (each.kind !== (proof % 2 === 1 ? 'took-part' : 'undone')) faults.push(`${each._id} is ${each.kind}`);
    else if (each.kind === 'undone' && (each.undoes !== `${_id}.${proof - 1}` || !each.reason))
      faults.push(`${each._id} undoes ${each.undoes} for ${each.reason}`);
  }
  return faults;
}

/** Every record is of a registration that exists, says what that says, and is one of as many as there were proofs. */
function recordsAgree({ registrations, participations }: Attendances): string[] {
  const known = byId(registrations);
  const faults: string[] = [];
  const of = new Map<string, ParticipationRecord[]>();
  for (const each of participations) {
    // Who played in a league had no registration: the auditor of results holds those records against their entries.
    if (each.format === 'league' && each.sessionId === 'league') continue;
    // Nor had whom a sheet entered; the auditor of imports looks at those.
    if (isOfSheet(each)) continue;
    const record = known.get(each.registrationId);
    const { memberId, activityId, sessionId, zoneId, seats } = each;
    const said = { memberId, activityId, sessionId, zoneId, seats };
    const should = record && {
      memberId: record.memberId,
      activityId: record.activityId,
      sessionId: record.sessionId,
      zoneId: record.zoneId,
      seats: record.seats,
    };
    if (!isDeepStrictEqual(said, should)) faults.push(`record ${each._id} is of no such registration`);
    of.set(each.registrationId, [...(of.get(each.registrationId) ?? []), each]);
  }
  // What a dead call left is written by whoever comes next; until then it is pending.
  const rest = registrations.filter(({ pending }) => !pending);
  return [...faults, ...rest.flatMap((record) => proofsAgree(record, of.get(record._id) ?? []))];
}

/** Names under which somebody who came is counted, written out again here. */
function namesOf({ sessionId, zoneId, attendance }: RegistrationRecord): string[] {
  if (!attendance) return [];
  const { at, gate, afterwards } = attendance;
  return [
    sessionId,
    `${sessionId}_e_${attendance.enterpriseId}`,
    ...(zoneId === undefined ? [] : [`${sessionId}_${zoneId}`]),
    ...(gate === undefined ? [] : [`${sessionId}_g_${gate}`]),
    ...(afterwards ? [] : [`${sessionId}_m_${Math.floor(at / 60_000)}`]),
  ];
}

/** Who has come is counted, with their seats, under each of their names; and nobody else is. */
function arrivalsAgree({ pools, registrations }: Attendances): string[] {
  const known = byId(registrations);
  return pools.flatMap((pool) => {
    const faults: string[] = [];
    const came: Record<string, number> = {};
    for (const claim of Object.values(pool.claims)) {
      const record = known.get(claim.registration);
      if (!record || record.pending) continue;
      const inside = record.state === 'attended';
      if (inside !== (claim.came !== undefined)) faults.push(`${record._id} is ${record.state}, came ${claim.came}`);
      if ((claim.proof ?? 0) !== record.proofs)
        faults.push(`${record._id}: arrivals know ${claim.proof} of its proofs`);
      if (inside) for (const name of namesOf(record)) came[name] = (came[name] ?? 0) + claim.seats;
    }
    for (const name of new Set([...Object.keys(came), ...Object.keys(pool.arrived)])) {
      const [counted, should] = [pool.arrived[name] ?? 0, came[name] ?? 0];
      if (counted !== should) faults.push(`${pool._id}: ${counted} arrived as ${name}, and ${should} came`);
    }
    return faults;
  });
}

/** Every undoing stands in the log, once, with its reason. */
function undoneAreLogged({ participations, logs }: Attendances): string[] {
  const undone = participations.filter((each) => each.kind === 'undone' && !isOfSheet(each));
  const told = logs.filter((entry): entry is UndoneLog => entry.what === 'undone');
  const said = (whom: string, at: number, reason: string | undefined) => `${whom} at ${at}: ${reason}`;
  const entries = told.map(({ whom, at, reason }) => said(whom, at, reason)).sort();
  const records = undone.map(({ memberId, at, reason }) => said(memberId, at, reason)).sort();
  return isDeepStrictEqual(entries, records) ? [] : [`undone: ${records.join()}; in the log: ${entries.join()}`];
}

/** Who was there, as registrations, records, arrivals and log have it. */
export function attendanceAgrees(books: Attendances): string[] {
  const settled = books.registrations.every(({ pending }) => !pending);
  return [...recordsAgree(books), ...(settled ? [...arrivalsAgree(books), ...undoneAreLogged(books)] : [])];
}

const seen = new WeakMap<RunningCloud, Map<string, ParticipationRecord>>();

/** Looks at the records and remembers them: one that was there before must be there still, to the letter the same. */
export async function recordsStand(cloud: RunningCloud): Promise<string[]> {
  const stored = await documents<StoredParticipation>(cloud, 'participations');
  // Marks for sweeps are no part of what was recorded.
  const now = byId(stored.map(({ awardDue: _award, tallyDue: _tally, ...record }): ParticipationRecord => record));
  const before = seen.get(cloud) ?? new Map<string, ParticipationRecord>();
  seen.set(cloud, now);
  return [...before].flatMap(([id, record]) => {
    if (isDeepStrictEqual(now.get(id), record)) return [];
    return [`record ${id} was ${JSON.stringify(record)}, is ${JSON.stringify(now.get(id))}`];
  });
}
