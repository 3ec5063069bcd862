import type { Comer, FixtureView, LeagueFormat, Side } from '../../types/contract';
import type { EntryId, FixtureId } from '../../types/vocabulary';
import { feedWords } from '../wording/league';
import { roundsOf } from './bracket';
import type { Length } from './discipline';
import type { LeagueRecord, MatchRecord } from './league-record';
import { disciplineOfLeague, matchOf, resolved } from './league-state';
import type { Occupant, Resolved, ResolvedFixture } from './resolve';
import type { Outcome } from './score';
import { play, winnerOf } from './score-issue';
import type { Feed, Stage } from './stage';
import { regionOf } from './stage-names';

/** Whose eyes a list of matches is for. */
export interface Viewer {
  mine?: EntryId;
  follows: readonly EntryId[];
}

export const NOBODY_IN_PARTICULAR: Viewer = { follows: [] };

/** How many rounds a knockout has; of groups the most that one of them has. */
export function roundsIn(stage: Stage): number {
  if (stage.kind === 'knockout') return roundsOf(stage.slots.length);
  const largest = Math.max(0, ...stage.groups.map(({ slots }) => slots.length));
  return (largest % 2 === 0 ? largest - 1 : largest) * stage.rounds;
}

export function entryComer(
  id: EntryId,
  { entrants }: Pick<LeagueRecord, 'entrants'>,
  { mine, follows }: Viewer,
): Extract<Comer, { kind: 'entry' }> {
  const { name = '', enterpriseName } = entrants[id] ?? {};
  return {
    kind: 'entry',
    id,
    name,
    ...(enterpriseName !== undefined && { enterpriseName }),
    ...(id === mine && { mine: true as const }),
    ...(follows.includes(id) && { followed: true as const }),
  };
}

/** `东区 A 组第 1`: with the region, where groups of several have the same names. */
function placeWordsOf(feed: Feed, rounds: number, format: LeagueFormat, { fixtures }: Resolved): string {
  const words = feedWords(feed, rounds, (id) => fixtures.get(id)?.fixture);
  if (feed.from !== 'group' && feed.from !== 'place') return words;
  const region = regionOf(feed.stage, format);
  if (!region) return words;
  return feed.from === 'group' ? `${region.name} ${words}` : `${region.name}第 ${feed.place}`;
}

function winsOf(outcome: Outcome, length: Length): [number, number] | undefined {
  if (!('score' in outcome) || outcome.score === undefined) return undefined;
  const { wins } = play(outcome.score, length, outcome.kind !== 'played');
  return [wins[0], wins[1]];
}

/** Of a result that does not count yet, what was reported; who meets nobody has won without one. */
function resultOf({ entries, winner, fixture }: ResolvedFixture, { result }: MatchRecord, length: Length) {
  const { outcome } = result;
  if (!outcome) {
    if (typeof winner !== 'string') return {};
    const side: Side = entries[0] === winner ? 0 : 1;
    return { winner: side };
  }
  const format = { ...length, bestOf: fixture.bestOf };
  const [wins, side] = [winsOf(outcome, format), winnerOf(outcome, format)];
  return { ...(wins && { wins }), ...(side !== undefined && { winner: side }) };
}

function placementOf({ placement }: MatchRecord, { plan }: LeagueRecord) {
  if (!placement) return {};
  const { court, startsAt, endsAt } = placement;
  return { court: plan.courts.find(({ id }) => id === court)?.name ?? court, startsAt, endsAt };
}

/**
 * All matches of a league as everybody may see them, those of a stage together and each behind what feeds it. Give `found`
 * where the league was resolved already.
 */
export function fixtureViews(league: LeagueRecord, about: Viewer, found: Resolved = resolved(league)): FixtureView[] {
  const { match } = disciplineOfLeague(league);
  const rounds = new Map(league.stages.map((stage) => [stage.id, roundsIn(stage)]));
  const comer = (occupant: Occupant, feed: Feed): Comer => {
    if (occupant === null) return { kind: 'nobody' };
    if (occupant !== undefined) return entryComer(occupant, league, about);
    const stage =
      'fixture' in feed ? found.fixtures.get(feed.fixture)?.fixture.stage : feed.from !== 'entry' && feed.stage;
    const words = placeWordsOf(feed, rounds.get(stage || '') ?? 0, league.plan.format, found);
    return { kind: 'from', words };
  };
  return [...found.fixtures.values()].map((one): FixtureView => {
    const { fixture, entries } = one;
    const { id, stage, group, round, forPlaceThree, feeds, bestOf } = fixture;
    const record = matchOf(league, id);
    return {
      ...{ id, stage, round, state: record.result.state },
      sides: [comer(entries[0], feeds[0]), comer(entries[1], feeds[1])],
      ...(group !== undefined && { group }),
      ...(forPlaceThree && { forPlaceThree }),
      ...resultOf(one, record, { match, bestOf }),
      ...placementOf(record, league),
    };
  });
}

/** By time, what has none yet last and as the stages have it. */
export function byTime(a: FixtureView, b: FixtureView): number {
  const [one, other] = [a.startsAt ?? Number.MAX_SAFE_INTEGER, b.startsAt ?? Number.MAX_SAFE_INTEGER];
  return one - other || (a.court ?? '').localeCompare(b.court ?? '');
}

/** Whether one of these entries plays in it, as far as that is known. */
export function isOf({ sides }: FixtureView, entries: ReadonlySet<EntryId>): boolean {
  return sides.some((side) => side.kind === 'entry' && entries.has(side.id));
}

/** What people call a match: `A 组 张伟 - 李娜`, `决赛 A 组第 1 - B 组第 1`. */
export function namesOf({ sides }: FixtureView): string {
  const name = (side: Comer) => (side.kind === 'entry' ? side.name : side.kind === 'from' ? side.words : '轮空');
  return `${name(sides[0])} - ${name(sides[1])}`;
}

export function viewOf(views: readonly FixtureView[], id: FixtureId): FixtureView {
  const view = views.find((each) => each.id === id);
  if (!view) throw new Error(`no fixture ${id}`);
  return view;
}
