import type { TableRow, TableView } from '../../types/contract';
import type { StageId } from '../../types/vocabulary';
import { reasonWords } from '../wording/league';
import type { Discipline } from './discipline';
import { entryComer, type Viewer } from './fixture-view';
import type { LeagueRecord } from './league-record';
import { disciplineOfLeague } from './league-state';
import type { Resolved } from './resolve';
import { type GroupStage, type Stage, tableId } from './stage';
import { regionOf } from './stage-names';
import type { Standing } from './standings';

/** What went before the first criterion that did not separate everybody is no news: a row that nobody was level with has none. */
function whyOf(row: Standing): string {
  const { reasons } = row;
  if (reasons.at(-1)?.by === 'not-completed') return reasonWords(row);
  const nobodyLevel = reasons.length <= 1 && (reasons[0]?.level.length ?? 0) === 0;
  return nobodyLevel ? '' : reasonWords(row);
}

/** The places of a group that later stages take. */
function placesTaken(stages: readonly Stage[], stage: StageId, group: string): Set<number> {
  const slots = stages.flatMap((each) => (each.kind === 'groups' ? each.groups.flatMap((g) => g.slots) : each.slots));
  return new Set(
    slots.flatMap((slot) =>
      slot?.from === 'group' && slot.stage === stage && slot.group === group ? [slot.place] : [],
    ),
  );
}

function rowOf(
  row: Standing,
  discipline: Discipline,
  league: LeagueRecord,
  about: Viewer,
  taken: Set<number>,
): TableRow {
  const { entry, place, played, totals, deleted } = row;
  const first = discipline.standing.criteria[0]?.of ?? 'matches';
  const goesOn = !deleted && taken.has(place.from) && taken.has(place.to);
  return {
    ...{ entry: entryComer(entry, league, about), place, played },
    won: totals.matches.won,
    points: totals[first].won,
    games: [totals.games.won, totals.games.lost],
    why: whyOf(row),
    ...(deleted && { deleted: true as const }),
    ...(goesOn && { goesOn: true as const }),
  };
}

/** The tables of a stage of groups, in the order of its groups. */
export function tableViews(league: LeagueRecord, stage: GroupStage, about: Viewer, found: Resolved): TableView[] {
  const at = found.stages.get(stage.id);
  if (at?.kind !== 'groups') return [];
  const discipline = disciplineOfLeague(league);
  const region = regionOf(stage.id, league.plan.format)?.name;
  return stage.groups.flatMap(({ id: group }): TableView[] => {
    const table = at.tables.get(group);
    if (!table) return [];
    const taken = placesTaken(league.stages, stage.id, group);
    const lots = league.lots[tableId(stage.id, group)];
    return [
      {
        ...{ stage: stage.id, group, complete: table.complete, lotsDue: table.lotsDue },
        rows: table.rows.map((row) => rowOf(row, discipline, league, about, taken)),
        ...(region !== undefined && { region }),
        ...(lots !== undefined && { lots }),
      },
    ];
  });
}
