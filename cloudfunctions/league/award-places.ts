import { entriesThatPlayed, placingIds, placingPostings } from '../../domain/league/awards';
import type { EntryRecord, LeagueRecord } from '../../domain/league/league-record';
import type { MemberRecord } from '../../domain/member/member';
import { leaguePart, leaguePartIds, leagueParticipation } from '../../domain/participation/league-part';
import { type ParticipationRecord, withMarks } from '../../domain/participation/participation';
import type { RuleBook } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, find, insertMissing } from '../kit/documents';
import { entriesOf as pointsEntries, post } from '../kit/ledger';
import { publishedBooks } from '../kit/rule-books';
import { forEachDue } from '../kit/sweep';

/** Entries of one part of a run: a few hundred people, whose documents come in one answer. */
const ENTRIES_AT_ONCE = 32;

interface Award {
  league: LeagueRecord;
  played: ReadonlySet<string>;
  books: RuleBook[];
  now: Instant;
}

type Enrolled = Pick<MemberRecord, '_id' | 'enterpriseId' | 'employment'>;

/** One record for each player who is still a member: who has left is in no roster. */
async function recordParts(entry: EntryRecord, members: ReadonlyMap<string, Enrolled>, award: Award): Promise<void> {
  const { league, now } = award;
  const { _id: entryId } = entry;
  const people = Object.keys(entry.roster).flatMap((id) => members.get(id) ?? []);
  const ids = people.flatMap(({ _id: memberId }) => leaguePartIds(leaguePart({ entryId, memberId })));
  const known = await byManyIds<ParticipationRecord>('participations', ids);
  const of = { brand: league.plan.brand, finishedAt: league.finishedAt ?? now, now };
  const records = people.flatMap(({ _id: memberId, enterpriseId, employment }) => {
    const player = { leagueId: league._id, entryId, memberId, enterpriseId, employment };
    const record = leagueParticipation(player, award.played.has(entryId), known, of);
    return record ? [withMarks(record, now)] : [];
  });
  await insertMissing('participations', records);
}

/** The points of an entry's place for each of its players; nothing is asked of accounts where nothing is to be posted. */
async function postPlaces({ _id: entryId, roster }: EntryRecord, { league, played, books, now }: Award): Promise<void> {
  const people = Object.keys(roster);
  const judge = async (memberIds: readonly string[]) => {
    const ids = memberIds.flatMap((memberId) => placingIds({ leagueId: league._id, entryId, memberId }));
    const known = new Map((await pointsEntries(ids)).map((entry) => [entry._id, entry]));
    return (memberId: string) => placingPostings(league, { entryId, memberId }, played.has(entryId), known, books);
  };
  const postingsOf = await judge(people);
  for (const memberId of people) {
    if (postingsOf(memberId).length === 0) continue;
    await post(memberId, now, async () => (await judge([memberId]))(memberId));
  }
}

async function awardSome(entries: readonly EntryRecord[], award: Award): Promise<EntryRecord[]> {
  const ids = entries.flatMap(({ roster }) => Object.keys(roster));
  const members = await byManyIds<Enrolled>('members', ids, { enterpriseId: true, employment: true });
  return forEachDue('league.sweepLeagues', entries, async (entry) => {
    await recordParts(entry, members, award);
    await postPlaces(entry, award);
  });
}

/**
 * Records of who took part, and the points of places, entry by entry in the order of their ids, as far as there is time. Gives
 * the id up to which all is done; `undefined` once nothing is left. Each step can be done again.
 */
export async function awardPlaces(league: LeagueRecord, now: Instant): Promise<string | undefined> {
  const after = league.awardsAfter ?? '';
  const ids = Object.keys(league.entrants).sort();
  const left = ids.filter((id) => id > after);
  const award = { league, played: entriesThatPlayed(league), books: await publishedBooks(), now };
  let upTo = after;
  for (let at = 0; at < left.length; at += ENTRIES_AT_ONCE) {
    const part = left.slice(at, at + ENTRIES_AT_ONCE);
    const found = await find<EntryRecord>('leagueEntries', { _id: _.in(part) }, { limit: ENTRIES_AT_ONCE });
    const entries = found.sort((a, b) => (a._id < b._id ? -1 : 1));
    const done = new Set((await awardSome(entries, award)).map(({ _id }) => _id));
    const stuck = entries.find(({ _id }) => !done.has(_id));
    if (stuck) return entries[entries.indexOf(stuck) - 1]?._id ?? upTo;
    upTo = part.at(-1) ?? upTo;
  }
  return undefined;
}
