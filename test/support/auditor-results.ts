import { fixturesOf } from '../../domain/league/fixtures';
import type { EntryRecord, LeagueRecord, MatchRecord } from '../../domain/league/league-record';
import { resolved } from '../../domain/league/league-state';
import { placings } from '../../domain/league/placings';
import type { Feed } from '../../domain/league/stage';
import type { StoredParticipation } from '../../domain/participation/participation';
import type { EntryRecord as PointsEntry } from '../../domain/points/account';
import type { Outcome, Score } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { documents } from './town';

const COUNTS = new Set(['confirmed', 'walkover']);
/** Written out again here: what the first rules give for a place. */
const POINTS: Record<number, number> = { 1: 30, 2: 20, 3: 10 };

type Match = Partial<MatchRecord> | undefined;

const matchAt = ({ matches }: LeagueRecord, id: string): Match => matches[id.split('.').join('_')];

function sideOfScore(score: Score): 0 | 1 {
  if (score.kind === 'wins') return score.wins[0] > score.wins[1] ? 0 : 1;
  const games = score.kind === 'games' ? score.games.map(([a, b]) => a - b) : [];
  const individual = score.kind === 'tie' ? score.matches : [];
  const won = individual.map(({ games: each, lost }) => {
    if (lost) return lost.side === 0 ? -1 : 1;
    return each.reduce((sum, [a, b]) => sum + Math.sign(a - b), 0);
  });
  return [...games, ...won].reduce((sum, each) => sum + Math.sign(each), 0) > 0 ? 0 : 1;
}

/** The side that won; `undefined` where neither came. */
function winnerOf(outcome: Outcome): 0 | 1 | undefined {
  if (outcome.kind === 'both-absent') return undefined;
  if (outcome.kind === 'played') return sideOfScore(outcome.score);
  return outcome.side === 0 ? 1 : 0;
}

/** Who comes by that feed, as far as the stored results alone say; places of groups are asked of the tables. */
function comer(feed: Feed, league: LeagueRecord): string | null | undefined {
  if (feed.from === 'entry') return feed.entry;
  if (feed.from === 'winner' || feed.from === 'loser') {
    const match = matchAt(league, feed.fixture);
    const { result, entries } = match ?? {};
    if (!result?.outcome || !entries || !COUNTS.has(result.state)) return undefined;
    const side = winnerOf(result.outcome);
    if (side === undefined) return undefined;
    return entries[feed.from === 'winner' ? side : side === 0 ? 1 : 0];
  }
  if (feed.from !== 'group') return undefined;
  const stage = resolved(league).stages.get(feed.stage);
  const rows = stage?.kind === 'groups' ? (stage.tables.get(feed.group)?.rows ?? []) : [];
  return rows.find(({ place }) => place.from <= feed.place && feed.place <= place.to)?.entry;
}

/** A result is between those who should have met, and whoever gave up their part after the draw plays no more. */
function resultFaults(league: LeagueRecord): string[] {
  const all = league.stages.flatMap(fixturesOf);
  return all.flatMap(({ id, feeds }) => {
    const match = matchAt(league, id);
    const where = `${league._id} ${id}`;
    if (!match?.result?.outcome) return [];
    const { entries, result } = match;
    if (!entries) return [`${where}: nobody played it`];
    const due = feeds.map((feed) => comer(feed, league));
    const wrong = due.flatMap((who, side) => (typeof who === 'string' && who !== entries[side] ? [who] : []));
    const open = COUNTS.has(result.state) && result.dueAt !== undefined ? [`${where}: counts and is due`] : [];
    return [...wrong.map((who) => `${where}: should have been played by ${who}`), ...open];
  });
}

/** Whoever gave up their part has no match left, save one that captains have spoken of or where both gave up. */
function withdrawalFaults(league: LeagueRecord): string[] {
  if (league.state !== 'drawn') return [];
  const gone = (id: unknown) => typeof id === 'string' && league.entrants[id]?.withdrawnAt !== undefined;
  return [...resolved(league).fixtures.values()].flatMap(({ fixture, entries, decided }) => {
    const said = matchAt(league, fixture.id)?.result?.state ?? 'unplayed';
    const pair = entries.every((entry) => typeof entry === 'string');
    if (decided || !pair || said !== 'unplayed' || !entries.some(gone)) return [];
    return entries.every(gone) ? [] : [`${league._id} ${fixture.id}: waits for somebody who gave up`];
  });
}

interface Books {
  entries: EntryRecord[];
  participations: StoredParticipation[];
  points: PointsEntry[];
}

function played(league: LeagueRecord): Set<string> {
  const some = Object.values(league.matches).flatMap(({ result, entries }) => {
    const kind = result?.outcome?.kind;
    const on =
      kind === 'played' || kind === 'retired' || (kind === 'disqualified' && 'score' in (result?.outcome ?? {}));
    return result && COUNTS.has(result.state) && on ? (entries ?? []) : [];
  });
  return new Set(some);
}

/** Of each player whether they took part, once, and the points of their place, once. */
function awardFaults(league: LeagueRecord, { entries, participations, points }: Books): string[] {
  if (league.state !== 'finished') return [];
  const faults: string[] = [];
  const places = placings(league.stages, resolved(league));
  const on = played(league);
  if (JSON.stringify(Object.fromEntries(places ?? [])) !== JSON.stringify(league.placings))
    faults.push(`${league._id}: other placings than its results give`);
  for (const { _id, roster } of entries.filter(({ leagueId }) => leagueId === league._id)) {
    for (const memberId of Object.keys(roster)) {
      const records = participations.filter((each) => each.registrationId === `${_id}-${memberId}`);
      const stands =
        records.filter(({ kind }) => kind === 'took-part').length -
        records.filter(({ kind }) => kind === 'undone').length;
      if (stands !== (on.has(_id) ? 1 : 0)) faults.push(`${league._id} ${memberId}: took part ${stands} times`);
      const own = points.filter((each) => each.memberId === memberId && isOf(each, league._id));
      const sum = own.reduce((total, each) => total + each.points + (each.capped ?? 0), 0);
      const due = on.has(_id) ? (POINTS[league.placings?.[_id]?.from ?? 0] ?? 0) : 0;
      if (sum !== due) faults.push(`${league._id} ${memberId}: ${sum} points for a place that is worth ${due}`);
    }
  }
  return faults;
}

const isOf = ({ _id, reverses }: PointsEntry, leagueId: string): boolean =>
  (reverses ?? _id).startsWith(`placing.${leagueId}.`);

/** Everything that leagues, their results and what follows from them say of each other. `swept`: nothing is left to do. `only`: that league's. */
export async function resultsAgree(
  cloud: RunningCloud,
  { swept = false, only }: { swept?: boolean; only?: string } = {},
): Promise<string[]> {
  const all = await documents<LeagueRecord>(cloud, 'leagues');
  const leagues = all.filter(({ _id }) => only === undefined || _id === only);
  const books: Books = {
    entries: await documents(cloud, 'leagueEntries'),
    participations: await documents(cloud, 'participations'),
    points: await documents(cloud, 'entries'),
  };
  return leagues.flatMap((league) => [
    ...resultFaults(league),
    ...(swept ? [...withdrawalFaults(league), ...awardFaults(league, books)] : []),
    ...(swept && league.awardsAfter !== undefined ? [`${league._id}: awards are left`] : []),
    ...(swept && league.tellings !== undefined ? [`${league._id}: something is left to be told`] : []),
  ]);
}
