import type { TeamView } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import type { Own } from './board';
import { isVisible } from './moderation';
import { surnameOf } from './profile';
import { packed } from './score';
import { bySeat, isComplete, type TeamRecord, teamTotal } from './team';

/** What stands for a member in their own team who is not seen by name. */
const UNNAMED = '一位同事';

/**
 * What others see: the name once it has passed, until then one that is made from the captain's surname, and nothing of
 * the captain where they are not seen.
 */
export function shownTeamName({ name, moderation, members, captain }: TeamRecord): string {
  if (isVisible(moderation)) return name;
  const seen = members[captain]?.name;
  return seen === undefined ? '一支小队' : `${surnameOf(seen)}同事的小队`;
}

/** The team's place on the board of teams: from three members on, else it is known there and not ranked. */
export function teamOwn(team: TeamRecord): Own {
  const score = packed(teamTotal(team));
  return { rev: team.rev, score, ...(isComplete(team) && { name: shownTeamName(team) }) };
}

/** The team as one of its members sees it. */
export function teamView(team: TeamRecord, me: MemberId): TeamView {
  const { _id, name, moderation, invite, captain, goalOn } = team;
  return {
    id: _id,
    ...{ name, nameState: moderation.state },
    ...(moderation.reason !== undefined && { nameReason: moderation.reason }),
    ...{ invite, captain: captain === me },
    members: bySeat(team).map(([id, { name: seen = UNNAMED, days, minutes }]) => {
      return { name: seen, days, minutes, ...(id === me && { mine: true as const }) };
    }),
    ...teamTotal(team),
    complete: isComplete(team),
    ...(goalOn !== undefined && { goalOn }),
  };
}
