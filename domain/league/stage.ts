import type { EntryId, FixtureId, StageId } from '../../types/vocabulary';

/** Who comes to a slot of a stage: somebody named, or whoever came to that place of an earlier stage. */
export type Source =
  | { from: 'entry'; entry: EntryId }
  /** The place in that group of an earlier stage of groups. */
  | { from: 'group'; stage: StageId; group: string; place: number }
  /** The place in an earlier knockout: 1 the champion, 2 who lost the final, 3 and 4 by the match for place 3. */
  | { from: 'place'; stage: StageId; place: number };

/** Who plays in a fixture: whoever comes to a slot, or who won or lost an earlier fixture of the same stage. */
export type Feed = Source | { from: 'winner' | 'loser'; fixture: FixtureId };

export interface Group {
  /** Unique within the stage; short, shown as `A 组`. */
  id: string;
  slots: readonly Source[];
}

export interface GroupStage {
  id: StageId;
  kind: 'groups';
  /** How often each meets each. */
  rounds: 1 | 2;
  bestOf: number;
  groups: readonly Group[];
}

export interface KnockoutStage {
  id: StageId;
  kind: 'knockout';
  bestOf: number;
  /** Whether those who lose the semi-finals play for place 3. */
  placeThree: boolean;
  /** From the top of the bracket down, a power of two; `null` is a bye. */
  slots: readonly (Source | null)[];
}

/** Stages stand in the order in which they feed each other. */
export type Stage = GroupStage | KnockoutStage;

/** One match as the stages lay it out, before anything is played. */
export interface Fixture {
  id: FixtureId;
  stage: StageId;
  /** Within its group. */
  group?: string;
  /** From 1; in a knockout the last one is the final and the match for place 3. */
  round: number;
  feeds: readonly [Feed, Feed];
  bestOf: number;
  forPlaceThree?: true;
}

/** Names the table of a group within its league. */
export function tableId(stage: StageId, group: string): string {
  return `${stage}.${group}`;
}
