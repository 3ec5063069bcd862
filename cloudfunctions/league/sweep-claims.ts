import type { LeagueRecord } from '../../domain/league/league-record';
import { ABANDONED_MS } from '../../types/limits';
import type { EntryId, Instant, LeagueId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, byManyIds, changeIf } from '../kit/documents';
import { freeClaim } from '../kit/league-entries';

type Claimed = Pick<LeagueRecord, '_id' | 'state' | 'claims'>;

/** Frees the places of entries that are not there, and were begun, or left, by calls that are certainly dead. */
export async function freeAbandoned({ _id, claims }: Claimed, now: Instant): Promise<void> {
  const old = Object.entries(claims).filter(([, since]) => since <= now - ABANDONED_MS);
  const there = await byManyIds(
    'leagueEntries',
    old.map(([entryId]) => entryId),
    { _id: true },
  );
  const gone = old.filter(([entryId]): boolean => !there.has(entryId as EntryId));
  for (const [entryId, since] of gone) await freeClaim(_id, entryId, since);
}

/** Later than a run lasts, and later than anybody says who enters meanwhile. */
const PUT_OFF_MS = 3 * ABANDONED_MS;

/**
 * Looks through the claims of a league that is open and was due then. It is put off first: who enters while this runs
 * names an earlier time, which then stands.
 */
export async function sweepClaims(leagueId: LeagueId, dueAt: Instant, now: Instant): Promise<void> {
  const later = now + PUT_OFF_MS;
  if (!(await changeIf('leagues', leagueId, { dueAt, state: 'open' }, { dueAt: later }))) return;
  const league = await byId<Claimed>('leagues', leagueId, { state: true, claims: true });
  if (!league) return;
  await freeAbandoned(league, now);
  const newer = Object.values(league.claims).filter((since) => since > now - ABANDONED_MS);
  const next = newer.length === 0 ? _.remove() : Math.min(...newer) + ABANDONED_MS;
  await changeIf('leagues', leagueId, { dueAt: later, state: 'open' }, { dueAt: next });
}
