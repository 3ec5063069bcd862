import * as v from 'valibot';
import { entryCard, entryDetail, type Named, type Roll } from '../../domain/league/entry-view';
import type { EntryRecord } from '../../domain/league/league-record';
import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import type { EntryDetail } from '../../types/contract';
import type { EntryId, Instant, LeagueId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _, database } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { isOrganizer, isReferee } from './roles';
import { noEntry, noLeague, type SeenLeague, seenLeague, viewerOf } from './seen-league';

const PAGE = 20;

interface WithRoll extends EntryRecord {
  people: (Named & Pick<MemberRecord, '_id'>)[];
  firms: Pick<EnterpriseRecord, '_id' | 'name'>[];
}

const SHOWN = Object.fromEntries(
  [
    ...['v', 'rev', 'leagueId', 'id', 'name', 'captain', 'roster', 'withdrawnAt', 'nameKey', 'key', 'invite', 'region'],
    ...['enterpriseName', 'members', 'requests', 'people._id', 'people.name', 'people.enterpriseId'],
    ...['firms._id', 'firms.name'],
  ].map((field) => [field, 1]),
);

/** An entry with the names of its roster as they are now, in one call. */
async function entryWithRoll(entryId: EntryId): Promise<{ entry: EntryRecord; roll: Roll } | undefined> {
  const { list } = await database
    .collection('leagueEntries')
    .aggregate()
    .match({ _id: entryId })
    .lookup({ from: 'members', localField: 'members', foreignField: '_id', as: 'people' })
    .lookup({ from: 'enterprises', localField: 'people.enterpriseId', foreignField: '_id', as: 'firms' })
    .project(SHOWN)
    .limit(1)
    .end();
  const [found] = list as WithRoll[];
  if (!found) return undefined;
  const { people, firms, ...entry } = found;
  return {
    entry,
    roll: {
      people: new Map(people.map(({ _id, name, enterpriseId }) => [_id, { name, enterpriseId }])),
      enterprises: new Map(firms.map(({ _id, name }) => [_id, name])),
    },
  };
}

/** The entry for whoever asks: two calls where the league is known already. */
export async function detailOf(
  entryId: EntryId,
  seen: SeenLeague,
  caller: Caller,
  now: Instant,
): Promise<EntryDetail | undefined> {
  const { league } = seen;
  const found = await entryWithRoll(entryId);
  if (found?.entry.leagueId !== league._id) return undefined;
  const staff = isOrganizer(caller, now) || isReferee(caller, league._id, now);
  const onlooker = { ...viewerOf(seen), memberId: caller.memberId, staff };
  return entryDetail(found.entry, league, found.roll, onlooker, now);
}

/** What a change of an entry is answered: the entry as it is now. */
export async function answerWith(
  leagueId: LeagueId,
  entryId: EntryId,
  { caller, now }: { caller: Caller; now: Instant },
) {
  const seen = await seenLeague(leagueId, caller, now);
  if (!seen) return noLeague;
  const value = await detailOf(entryId, seen, caller, now);
  return value ? ({ ok: true, value } as const) : noEntry;
}

export const entry = read<'league.entry'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, entryId: id }),
  run: ({ leagueId, entryId }, call) => answerWith(leagueId, entryId, call),
});

export const entries = read<'league.entries'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, cursor: v.exactOptional(cursor) }),
  async run({ leagueId, cursor: from = '' }, { caller, now }) {
    const seen = await seenLeague(leagueId, caller, now);
    if (!seen) return noLeague;
    const found = await find<EntryRecord>(
      'leagueEntries',
      { leagueId, key: _.gt(from) },
      { orderBy: ['key', 'asc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map((each) => entryCard(each, seen.league, viewerOf(seen)));
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
