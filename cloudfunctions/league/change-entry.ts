import { digestOfText } from '../../domain/id/base32';
import type { Entry, EntryContext } from '../../domain/league/entry';
import { entryOf, lockOf } from '../../domain/league/entry-record';
import type { EntryRecord } from '../../domain/league/league-record';
import { disciplineOfLeague } from '../../domain/league/league-state';
import { type AcceptedRequest, recall } from '../../domain/request/remembered';
import { ABANDONED_MS } from '../../types/limits';
import type { EntryId, Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import {
  ENTRY_TRIES,
  endEntry,
  entriesDue,
  type LeagueOfEntries,
  OF_ENTRIES,
  putEntry,
  putPlayer,
} from '../kit/league-entries';
import type { WriteCall } from '../kit/operation';
import { Busy, inTransaction, type Transaction } from '../kit/transaction';
import { REUSED } from './league-change';
import { noEntry, noLeague } from './seen-league';

type Missing = typeof noLeague | typeof noEntry;

/** A league whose entries can be looked at; of a draft nobody knows. */
export async function leagueOfEntries(leagueId: LeagueId): Promise<LeagueOfEntries | undefined> {
  const league = await byId<LeagueOfEntries>('leagues', leagueId, OF_ENTRIES);
  return league?.state === 'draft' ? undefined : league;
}

export function contextOf(league: LeagueOfEntries, now: Instant, byOrganizer: boolean): EntryContext {
  return { rules: disciplineOfLeague(league).entry, lockAt: lockOf(league, now), now, byOrganizer };
}

/** Somebody is in that entry of the league; its discipline says what entries are called. */
export function inAnother({ plan }: LeagueOfEntries, entryId: EntryId, other: Pick<EntryRecord, 'name'> | undefined) {
  const detail = { entryId, name: other?.name ?? '', discipline: plan.discipline };
  return { ok: false, refusal: 'ALREADY_ENTERED', detail } as const;
}

/** What becomes of an entry: `came` and `went` are those whose own document says so too. */
export type EntryVerdict<R> =
  | { kind: 'change'; entry: Entry; came?: MemberId; went?: MemberId; nameKey?: string }
  | { kind: 'end'; went: MemberId }
  | { kind: 'known' }
  | { kind: 'refuse'; refused: R };

export interface EntryMoment {
  league: LeagueOfEntries;
  entry: Entry;
  record: EntryRecord;
  transaction: Transaction;
}

export type Decide<R> = (moment: EntryMoment) => EntryVerdict<R> | Promise<EntryVerdict<R>>;

/** `again`: the league is not open any more, which makes it another question. */
type Done = { kind: 'done' } | { kind: 'again' };

/** An entry hears many people's requests: one of the same id, and even of the same words, is another when another says it. */
function ofCaller({ request, caller }: WriteCall): AcceptedRequest {
  return { ...request, digest: digestOfText(`${caller.key} ${request.digest}`) };
}

async function written<R>(
  { league, record, entry, transaction }: EntryMoment,
  verdict: EntryVerdict<R>,
  { request, now, caller }: WriteCall,
  accepted: AcceptedRequest,
): Promise<Done | { kind: 'refused'; refused: R }> {
  // Somebody's own document remembers their own requests alone.
  const of = (memberId: MemberId) => (memberId === caller.memberId ? request : undefined);
  switch (verdict.kind) {
    case 'refuse':
      return { kind: 'refused', refused: verdict.refused };
    case 'known':
      return { kind: 'done' };
    case 'end': {
      await entriesDue(league._id, now + ABANDONED_MS);
      const end = await endEntry(transaction, record, entry, { league, now, request: accepted });
      if (end === 'changed') return { kind: 'again' };
      await putPlayer(transaction, league, verdict.went, { request: of(verdict.went) });
      return { kind: 'done' };
    }
    case 'change': {
      // Outside the transaction and before it: whatever dies then, a sweep looks at what has become of it.
      await entriesDue(league._id, now + ABANDONED_MS);
      const { entry: next, came, went, nameKey } = verdict;
      await putEntry(transaction, record, next, { request: accepted, ...(nameKey !== undefined && { nameKey }) });
      if (came !== undefined) await putPlayer(transaction, league, came, { entryId: record._id, request: of(came) });
      if (went !== undefined) await putPlayer(transaction, league, went, { request: of(went) });
      return { kind: 'done' };
    }
    default:
      return verdict satisfies never;
  }
}

/**
 * One change of an entry, with the documents of those who came or went, in one transaction: they never disagree. The
 * accepted request is left in the entry.
 */
export async function changeEntry<R>(
  { leagueId, entryId }: { leagueId: LeagueId; entryId: EntryId },
  call: WriteCall,
  decide: Decide<R>,
): Promise<{ kind: 'done'; league: LeagueOfEntries } | { kind: 'refused'; refused: R | typeof REUSED | Missing }> {
  const accepted = ofCaller(call);
  for (let attempt = 0; attempt < ENTRY_TRIES; attempt++) {
    const league = await leagueOfEntries(leagueId);
    if (!league) return { kind: 'refused', refused: noLeague };
    const done = await inTransaction(async (transaction) => {
      const record = await transaction.get<EntryRecord>('leagueEntries', entryId);
      if (record?.leagueId !== leagueId) return { kind: 'refused', refused: noEntry } as const;
      const known = recall(record.requests, accepted);
      if (known === 'same') return { kind: 'done' } as const;
      if (known === 'reused') return { kind: 'refused', refused: REUSED } as const;
      const moment = { league, entry: entryOf(record), record, transaction };
      return written(moment, await decide(moment), call, accepted);
    });
    if (done.kind === 'refused') return done;
    if (done.kind === 'done') return { kind: 'done', league };
  }
  throw new Busy('the league kept changing');
}
