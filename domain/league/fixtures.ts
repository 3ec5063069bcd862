import { knockoutFixtures } from './bracket';
import { roundRobin } from './round-robin';
import { type Fixture, type Group, type GroupStage, type Stage, tableId } from './stage';

function groupFixtures(stage: GroupStage, { id, slots }: Group): Fixture[] {
  const fixtures: Fixture[] = [];
  for (const [at, pairs] of roundRobin(slots.length, stage.rounds).entries()) {
    for (const [nth, [a, b]] of pairs.entries()) {
      const [one, other] = [slots[a], slots[b]];
      if (!one || !other) continue;
      fixtures.push({
        id: `${tableId(stage.id, id)}.${at + 1}.${nth + 1}`,
        stage: stage.id,
        group: id,
        round: at + 1,
        feeds: [one, other],
        bestOf: stage.bestOf,
      });
    }
  }
  return fixtures;
}

/** All matches of a stage; their ids stay as long as the stage does. Each stands behind those that feed it. */
export function fixturesOf(stage: Stage): Fixture[] {
  switch (stage.kind) {
    case 'groups':
      return stage.groups.flatMap((group) => groupFixtures(stage, group));
    case 'knockout':
      return knockoutFixtures(stage);
    default:
      return stage satisfies never;
  }
}
