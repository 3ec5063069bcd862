import type { EntryId, StageId } from '../../types/vocabulary';
import type { Discipline } from './discipline';
import type { Source, Stage } from './stage';

/** What is wrong with the stages of a league before anything is played. */
export type PlanIssue =
  | { code: 'same-stage'; stage: StageId }
  | { code: 'same-group'; stage: StageId; group: string }
  /** The discipline has no match of that length. */
  | { code: 'best-of'; stage: StageId; bestOf: number; allowed: readonly number[] }
  | { code: 'too-small'; stage: StageId; group?: string }
  /** Slots of a knockout are a power of two. */
  | { code: 'bracket-size'; stage: StageId; slots: number }
  /** Two byes that meet: nobody would come out of that match. */
  | { code: 'byes-meet'; stage: StageId }
  /** Fewer byes would do: half of the slots would hold all. */
  | { code: 'too-many-byes'; stage: StageId }
  /** The same entry, or the same place, twice. */
  | { code: 'twice'; stage: StageId; source: Source }
  /** Somebody comes from a stage, a group or a place that does not exist before this stage. */
  | { code: 'no-source'; stage: StageId; source: Source };

/** Places of a knockout that are one entry's alone. */
function alone(place: number, placeThree: boolean): boolean {
  return place === 1 || place === 2 || (placeThree && (place === 3 || place === 4));
}

function exists(source: Source, earlier: readonly Stage[], entries: ReadonlySet<EntryId>): boolean {
  switch (source.from) {
    case 'entry':
      return entries.has(source.entry);
    case 'group': {
      const stage = earlier.find(({ id }) => id === source.stage);
      const group = stage?.kind === 'groups' ? stage.groups.find(({ id }) => id === source.group) : undefined;
      return group !== undefined && source.place >= 1 && source.place <= group.slots.length;
    }
    case 'place': {
      const stage = earlier.find(({ id }) => id === source.stage);
      if (stage?.kind !== 'knockout') return false;
      const entrants = stage.slots.filter((slot) => slot !== null).length;
      return alone(source.place, stage.placeThree) && source.place <= entrants;
    }
    default:
      return source satisfies never;
  }
}

const keyOf = (source: Source): string => JSON.stringify(Object.entries(source).sort());

function shapeIssues(stage: Stage): PlanIssue[] {
  if (stage.kind === 'groups') {
    const ids = stage.groups.map(({ id }) => id);
    return [
      ...ids
        .filter((id, at) => ids.indexOf(id) < at)
        .map((group) => ({ code: 'same-group', stage: stage.id, group }) as const),
      ...stage.groups
        .filter(({ slots }) => slots.length < 2)
        .map(({ id }) => ({ code: 'too-small', stage: stage.id, group: id }) as const),
    ];
  }
  const { id, slots } = stage;
  const entrants = slots.filter((slot) => slot !== null).length;
  if (entrants < 2) return [{ code: 'too-small', stage: id }];
  if (slots.length < 2 || !Number.isInteger(Math.log2(slots.length))) {
    return [{ code: 'bracket-size', stage: id, slots: slots.length }];
  }
  if (slots.length > 2 && entrants <= slots.length / 2) return [{ code: 'too-many-byes', stage: id }];
  const meet = slots.some((slot, at) => at % 2 === 0 && slot === null && slots[at + 1] === null);
  return meet ? [{ code: 'byes-meet', stage: id }] : [];
}

/** Everything that is wrong with the stages, in their order; none for stages that can be played. */
export function planIssues(
  stages: readonly Stage[],
  entries: ReadonlySet<EntryId>,
  { match }: Pick<Discipline, 'match'>,
): PlanIssue[] {
  const issues: PlanIssue[] = [];
  const used = new Set<string>();
  for (const [at, stage] of stages.entries()) {
    const earlier = stages.slice(0, at);
    if (earlier.some(({ id }) => id === stage.id)) issues.push({ code: 'same-stage', stage: stage.id });
    if (!match.bestOf.includes(stage.bestOf)) {
      issues.push({ code: 'best-of', stage: stage.id, bestOf: stage.bestOf, allowed: match.bestOf });
    }
    issues.push(...shapeIssues(stage));
    const slots = stage.kind === 'groups' ? stage.groups.flatMap((group) => group.slots) : stage.slots;
    for (const source of slots) {
      if (source === null) continue;
      if (used.has(keyOf(source))) issues.push({ code: 'twice', stage: stage.id, source });
      used.add(keyOf(source));
      if (!exists(source, earlier, entries)) issues.push({ code: 'no-source', stage: stage.id, source });
    }
  }
  return issues;
}
