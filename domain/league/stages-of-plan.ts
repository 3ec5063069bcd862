import type { FirstStage, Issue, LeagueFormat } from '../../types/contract';
import type { EntryId } from '../../types/vocabulary';
import type { MatchRules } from './discipline';
import { drawGroups, drawKnockout, type Entrant, qualifiers, slotsOf } from './draw';
import { fixturesOf } from './fixtures';
import type { Stage } from './stage';
import { FINAL_STAGE, FIRST_STAGE, regionStage } from './stage-names';

/** Who is drawn. */
export interface Drawn {
  id: EntryId;
  /** Whom to keep them apart from: others of the same enterprise. */
  apart?: string;
  region?: string;
}

/** More would not fit into one document, nor could anybody follow them. */
export const MATCHES_MOST = 512;
export const ENTRIES_MOST = 256;

const byName = (a: Drawn, b: Drawn): number => (a.id < b.id ? -1 : 1);

/** Seeds in their order, then all others by id: whoever has the published seed and the list can draw it again. */
function inOrder(entries: readonly Drawn[], seeds: readonly EntryId[]): Drawn[] {
  const seeded = seeds.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  return [...seeded, ...entries.filter(({ id }) => !seeds.includes(id)).sort(byName)];
}

const asEntrant = ({ id, apart }: Drawn): Entrant => ({
  source: { from: 'entry', entry: id },
  ...(apart !== undefined && { apart }),
});

function firstStage(
  id: string,
  first: FirstStage,
  drawn: readonly Drawn[],
  seeds: readonly EntryId[],
  seed: string,
): Stage {
  const entrants = inOrder(drawn, seeds).map(asEntrant);
  const seeded = drawn.filter((entry) => seeds.includes(entry.id)).length;
  const how = { seeds: seeded, seed, purpose: id };
  const { bestOf } = first;
  if (first.kind === 'groups') {
    const groups = drawGroups(entrants, { ...how, groups: first.groups });
    return { id, kind: 'groups', rounds: first.rounds, bestOf, groups };
  }
  return { id, kind: 'knockout', bestOf, placeThree: first.placeThree, slots: slotsOf(drawKnockout(entrants, how)) };
}

/** Those whose places are counted among each other, with the id of the stage that they play first. */
function fields(format: LeagueFormat, entries: readonly Drawn[]): { id: string; path: string; drawn: Drawn[] }[] {
  if (!format.regions) return [{ id: FIRST_STAGE, path: 'first', drawn: [...entries] }];
  return format.regions.map(({ id }) => ({
    id: regionStage(id),
    path: `regions.${id}`,
    drawn: entries.filter(({ region }) => region === id),
  }));
}

/**
 * The stages of a league that is drawn. In the final all first places are seeded, and who comes from one group, or one
 * region's knockout, meets as late as can be.
 */
export function stagesOfPlan(
  format: LeagueFormat,
  entries: readonly Drawn[],
  { seeds, seed }: { seeds: readonly EntryId[]; seed: string },
): Stage[] {
  const firsts = fields(format, entries).map(({ id, drawn }) => firstStage(id, format.first, drawn, seeds, seed));
  const { final } = format;
  if (!final) return firsts;
  const through = qualifiers(firsts, final.take);
  const heads = qualifiers(firsts, 1).length;
  const slots = slotsOf(drawKnockout(through, { seeds: heads, seed, purpose: FINAL_STAGE }));
  return [...firsts, { id: FINAL_STAGE, kind: 'knockout', bestOf: final.bestOf, placeThree: final.placeThree, slots }];
}

type Finding = [path: string, message: string, wrong: boolean];

/** Places of a knockout that are one entry's alone: the finalists, and with a match for place 3 two more. */
const KNOCKOUT_PLACES = { alone: 2, withPlaceThree: 4 };

function fieldFindings({ first, final }: LeagueFormat, path: string, size: number): Finding[] {
  const take = final?.take ?? 0;
  if (first.kind === 'groups') {
    const least = first.groups * 2;
    const smallest = Math.floor(size / first.groups);
    return [
      [path, `${first.groups} groups need ${least} entries, there are ${size}`, size < least],
      ['final.take', `the smallest group has ${smallest}`, size >= least && take > smallest],
    ];
  }
  const most = first.placeThree ? KNOCKOUT_PLACES.withPlaceThree : KNOCKOUT_PLACES.alone;
  return [
    [path, `a knockout needs 2 entries, there are ${size}`, size < 2],
    [
      'final.take',
      `a knockout has ${Math.min(most, size)} places to go on from`,
      size >= 2 && take > Math.min(most, size),
    ],
  ];
}

/** So many entries without names, as evenly over the regions as they go: what a plan can be looked at with. */
export function standIns({ regions }: Pick<LeagueFormat, 'regions'>, count: number): Drawn[] {
  return Array.from({ length: count }, (_, at): Drawn => {
    const region = regions?.[at % regions.length]?.id;
    return { id: `e${at}`, ...(region !== undefined && { region }) };
  });
}

/** Why that format cannot be played by those entries; none where it can. */
export function formatIssues(
  format: LeagueFormat,
  entries: readonly Drawn[],
  { match }: { match: Pick<MatchRules, 'bestOf'> },
): Issue[] {
  const { first, final, regions } = format;
  const all = fields(format, entries);
  const through = (final?.take ?? 0) * all.length * (first.kind === 'groups' ? first.groups : 1);
  const lengths = match.bestOf.join(', ');
  const findings: Finding[] = [
    ['first.bestOf', `one of ${lengths}`, !match.bestOf.includes(first.bestOf)],
    ['final.bestOf', `one of ${lengths}`, final !== undefined && !match.bestOf.includes(final.bestOf)],
    ['final', 'regions need one', regions !== undefined && final === undefined],
    ['final.take', 'at least two go on', final !== undefined && through < 2],
    ['entries', `at most ${ENTRIES_MOST}`, entries.length > ENTRIES_MOST],
    ...all.flatMap(({ path, drawn }) => fieldFindings(format, path, drawn.length)),
  ];
  const issues = findings.flatMap(([path, message, wrong]) => (wrong ? [{ path, message }] : []));
  if (issues.length > 0) return issues;
  const matches = matchesIn(
    format,
    all.map(({ drawn }) => drawn.length),
  );
  return matches > MATCHES_MOST ? [{ path: 'entries', message: `${matches} matches, at most ${MATCHES_MOST}` }] : [];
}

const knockoutMatches = (size: number, placeThree: boolean): number => size - 1 + (placeThree && size >= 4 ? 1 : 0);

/** How many matches it comes to, with so many entries in each region. */
function matchesIn({ first, final }: LeagueFormat, sizes: readonly number[]): number {
  let through = 0;
  let matches = 0;
  for (const size of sizes) {
    if (first.kind === 'knockout') {
      matches += knockoutMatches(size, first.placeThree);
      through += final?.take ?? 0;
      continue;
    }
    for (let group = 0; group < first.groups; group++) {
      const own = Math.floor(size / first.groups) + (group < size % first.groups ? 1 : 0);
      matches += ((own * (own - 1)) / 2) * first.rounds;
      through += final?.take ?? 0;
    }
  }
  return final ? matches + knockoutMatches(through, final.placeThree) : matches;
}

export const matchCount = (stage: Stage): number => fixturesOf(stage).length;
