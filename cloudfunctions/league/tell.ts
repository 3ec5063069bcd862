import type { EntryRecord, LeagueRecord, PlayerRecord } from '../../domain/league/league-record';
import { type Audience, entriesOf, leagueMessages, matchesToTell, matchMessages } from '../../domain/league/tellings';
import type { EntryId, Instant, LeagueId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, find, insertMissing } from '../kit/documents';

const PLAYERS_AT_ONCE = 500;
const FOLLOWERS_MOST = 1_000;
const ASKED_AT_ONCE = 50;

type Follower = Pick<PlayerRecord, '_id' | 'memberId' | 'follows'>;

async function followersOf(leagueId: LeagueId, ids: readonly EntryId[]): Promise<Follower[]> {
  const found: Follower[] = [];
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const some = { leagueId, follows: _.in(ids.slice(at, at + ASKED_AT_ONCE)) };
    const options = { limit: FOLLOWERS_MOST, projection: { memberId: true, follows: true } };
    found.push(...(await find<Follower>('players', some, options)));
  }
  return found;
}

async function audienceOf(leagueId: LeagueId, ids: readonly EntryId[]): Promise<Audience> {
  const [entries, followers] = await Promise.all([
    byManyIds<Pick<EntryRecord, '_id' | 'captain' | 'roster'>>('leagueEntries', ids, { captain: true, roster: true }),
    followersOf(leagueId, ids),
  ]);
  return { entries, followers };
}

/** Messages about single matches: reports that wait for an answer, decisions, changes of time, and reminders. */
async function tellOfMatches(league: LeagueRecord, now: Instant): Promise<void> {
  const due = matchesToTell(league, now);
  if (due.length === 0) return;
  const audience = await audienceOf(league._id, [...new Set(due.flatMap(({ view }) => entriesOf(view)))]);
  const all = due.flatMap(({ view, telling }) => matchMessages(league, view, telling, audience));
  await insertMissing('messages', [...new Map(all.map((each) => [each._id, each])).values()]);
}

/** Everybody who plays in it, page by page: what is written already is written once. */
async function tellAll(league: LeagueRecord): Promise<void> {
  for (const telling of league.tellings ?? []) {
    if ('fixtures' in telling) continue;
    let after = `${league._id}.`;
    for (;;) {
      const players = await find<PlayerRecord>(
        'players',
        { _id: _.gt(after).and(_.lt(`${league._id}/`)) },
        { orderBy: ['_id', 'asc'], limit: PLAYERS_AT_ONCE, projection: { memberId: true, entryId: true } },
      );
      await insertMissing('messages', leagueMessages(league, telling, players));
      const last = players.at(-1);
      if (players.length < PLAYERS_AT_ONCE || !last) break;
      after = last._id;
    }
  }
}

/** All that is to be told of a league as it stands now; each message has an id of its own, so it can be done again. */
export async function tell(league: LeagueRecord, now: Instant): Promise<void> {
  await tellAll(league);
  await tellOfMatches(league, now);
}
