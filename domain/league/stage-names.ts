import type { LeagueFormat } from '../../types/contract';
import type { StageId } from '../../types/vocabulary';

/** The stage that everybody plays in, or with an id behind it the one of that region. */
export const FIRST_STAGE: StageId = 'first';
export const FINAL_STAGE: StageId = 'final';

export function regionStage(region: string): StageId {
  return `${FIRST_STAGE}-${region}`;
}

/** The region whose preliminary it is. */
export function regionOf(stage: StageId, { regions = [] }: Pick<LeagueFormat, 'regions'>) {
  return regions.find(({ id }) => regionStage(id) === stage);
}

/** `小组赛`, `东区预赛`, `总决赛`: what people call a stage. */
export function stageName(stage: StageId, format: LeagueFormat): string {
  const groups = format.first.kind === 'groups';
  if (stage === FINAL_STAGE) return format.regions ? '总决赛' : '淘汰赛';
  const region = regionOf(stage, format);
  if (region) return `${region.name}${groups ? '小组赛' : '预赛'}`;
  return groups ? '小组赛' : '淘汰赛';
}
