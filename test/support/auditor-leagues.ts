import type { EntryRecord, LeagueRecord, PlayerRecord } from '../../domain/league/league-record';
import type { RunningCloud } from './cloud';
import { documents } from './town';

interface Books {
  leagues: LeagueRecord[];
  entries: EntryRecord[];
  players: PlayerRecord[];
  members: ReadonlySet<string>;
}

async function readBooks(cloud: RunningCloud): Promise<Books> {
  const members = await documents<{ _id: string }>(cloud, 'members');
  return {
    leagues: await documents(cloud, 'leagues'),
    entries: await documents(cloud, 'leagueEntries'),
    players: await documents(cloud, 'players'),
    members: new Set(members.map(({ _id }) => _id)),
  };
}

const OVER = ['finished', 'cancelled'];

/** Whoever is in a roster has a document that says so, and nobody is in two entries of a league. */
function rostersAgree({ leagues, entries, players, members }: Books): string[] {
  const over = new Set(leagues.filter(({ state }) => OVER.includes(state)).map(({ _id }) => _id));
  const rosters = entries.flatMap(({ _id, leagueId, roster }) =>
    Object.keys(roster).map((memberId) => ({ entry: _id, leagueId, memberId })),
  );
  const places = rosters.map(({ leagueId, memberId }) => `${leagueId} ${memberId}`);
  return [
    ...places.filter((place, at) => places.indexOf(place) < at).map((place) => `${place} plays twice`),
    ...rosters.flatMap(({ entry, leagueId, memberId }) => {
      const own = players.find((each) => each.leagueId === leagueId && each.memberId === memberId);
      // Rosters of leagues that are over stay as they were, under ids that lead to nobody.
      if (!members.has(memberId)) return over.has(leagueId) ? [] : [`${entry} has ${memberId}, who left the union`];
      return own?.entryId === entry ? [] : [`${entry} has ${memberId}, who plays for ${own?.entryId}`];
    }),
    ...players.flatMap(({ _id, entryId, memberId, activeKey }) => {
      if (entryId === undefined) return activeKey === undefined ? [] : [`${_id} is active in nothing`];
      const entry = entries.find((each) => each._id === entryId);
      return entry?.roster[memberId] ? [] : [`${_id} says ${entryId}, which does not have them`];
    }),
  ];
}

/** What an entry knows of itself is one thing. */
function entriesAgree({ entries, leagues }: Books): string[] {
  return entries.flatMap(({ _id, leagueId, members, roster, captain, withdrawnAt }) => {
    const ids = Object.keys(roster);
    const listed = [...members].sort().join() === [...ids].sort().join();
    const empty = ids.length === 0 && withdrawnAt !== undefined;
    return [
      ...(leagues.some((league) => league._id === leagueId) ? [] : [`${_id} is of no league`]),
      ...(listed ? [] : [`${_id} lists ${members.join()} and has ${ids.join()}`]),
      ...(empty || ids.includes(captain) ? [] : [`${_id} is led by ${captain || 'nobody'}, who is not in it`]),
    ];
  });
}

/** Every entry has its place, always; once all is swept no place is nobody's. */
function placesAgree({ leagues, entries }: Books, swept: boolean): string[] {
  return leagues.flatMap(({ _id, count, claims, plan, state }) => {
    const own = entries.filter(({ leagueId }) => leagueId === _id).map((entry) => entry._id);
    const claimed = Object.keys(claims);
    const strays = claimed.filter((id) => !own.includes(id));
    return [
      ...(claimed.length === count ? [] : [`${_id} counts ${count} and has ${claimed.length} claims`]),
      ...(count > plan.most ? [`${_id} has ${count} of ${plan.most}`] : []),
      ...own.filter((id) => !claimed.includes(id)).map((id) => `${id} has no place in ${_id}`),
      ...(swept && state === 'open' ? strays.map((id) => `${_id} keeps a place for ${id}`) : []),
    ];
  });
}

/** What a league has copied of its entries is as they have it, once all is swept. */
function copiesAgree({ leagues, entries }: Books): string[] {
  return leagues.flatMap(({ _id, entrants, state }) =>
    Object.entries(entrants).flatMap(([id, { name, withdrawnAt }]) => {
      const entry = entries.find((each) => each._id === id);
      if (!entry) return [`${_id} has drawn ${id}, which is not there`];
      return [
        ...(entry.name === name ? [] : [`${_id} calls ${id} ${name}, it is ${entry.name}`]),
        ...(state === 'drawn' && entry.withdrawnAt !== withdrawnAt ? [`${_id} has not heard that ${id} withdrew`] : []),
      ];
    }),
  );
}

/** Leagues, their entries and who plays in them against each other; `swept`, where the sweeps have run. `only`: those leagues'. */
export async function leaguesAgree(cloud: RunningCloud, swept: boolean, only?: readonly string[]): Promise<string[]> {
  const all = await readBooks(cloud);
  const of = (leagueId: string) => only === undefined || only.includes(leagueId);
  const books: Books = {
    leagues: all.leagues.filter(({ _id }) => of(_id)),
    entries: all.entries.filter(({ leagueId }) => of(leagueId)),
    players: all.players.filter(({ leagueId }) => of(leagueId)),
    members: all.members,
  };
  return [
    ...rostersAgree(books),
    ...entriesAgree(books),
    ...placesAgree(books, swept),
    ...(swept ? copiesAgree(books) : []),
  ];
}
