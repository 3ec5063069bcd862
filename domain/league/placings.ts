import type { EntryId, StageId } from '../../types/vocabulary';
import type { Resolved } from './resolve';
import type { Source, Stage } from './stage';
import type { Places } from './standings';

/** How many stages at most lie between a stage and the end: 0 for one that feeds none. */
function distances(stages: readonly Stage[]): Map<StageId, number> {
  const distance = new Map<StageId, number>();
  for (const stage of [...stages].reverse()) {
    const own = distance.get(stage.id) ?? 0;
    distance.set(stage.id, own);
    const slots = stage.kind === 'groups' ? stage.groups.flatMap((group) => group.slots) : stage.slots;
    const feeding = slots.filter(
      (slot): slot is Exclude<Source, { from: 'entry' }> => slot !== null && slot.from !== 'entry',
    );
    for (const { stage: earlier } of feeding) {
      distance.set(earlier, Math.max(distance.get(earlier) ?? 0, own + 1));
    }
  }
  return distance;
}

/** The place of each entry within its stage; of groups within its own group. */
function placesIn({ stages }: Resolved, id: StageId): [EntryId, Places][] {
  const stage = stages.get(id);
  if (!stage) return [];
  if (stage.kind === 'knockout') return [...stage.places];
  return [...stage.tables.values()].flatMap(({ rows }) =>
    rows.map(({ entry, place }): [EntryId, Places] => [entry, place]),
  );
}

/**
 * What the league ends with: a place, or a range of places that are shared, for each entry. The last stage comes first;
 * whoever did not reach it stands behind all who did, by the place in the stage that they came to. Those who were in
 * different groups, or in preliminaries beside each other, share what they reached: all thirds, all fourths. `undefined`
 * while anything is still to be played or drawn.
 */
export function placings(stages: readonly Stage[], resolved: Resolved): Map<EntryId, Places> | undefined {
  for (const stage of resolved.stages.values()) {
    if (!stage.complete) return undefined;
    if (stage.kind === 'groups' && [...stage.tables.values()].some(({ lotsDue }) => lotsDue)) return undefined;
  }
  const distance = distances(stages);
  const reached = new Map<EntryId, { distance: number; place: number }>();
  for (const { id } of stages) {
    for (const [entry, { from }] of placesIn(resolved, id)) {
      const known = reached.get(entry);
      const own = distance.get(id) ?? 0;
      if (!known || own <= known.distance) reached.set(entry, { distance: own, place: from });
    }
  }
  const order = [...reached].sort(([, a], [, b]) => a.distance - b.distance || a.place - b.place);
  const places = new Map<EntryId, Places>();
  for (const [entry, own] of order) {
    const as = (other: { distance: number; place: number }) =>
      other.distance === own.distance && other.place === own.place;
    const from = order.findIndex(([, other]) => as(other)) + 1;
    places.set(entry, { from, to: from - 1 + order.filter(([, other]) => as(other)).length });
  }
  return places;
}
