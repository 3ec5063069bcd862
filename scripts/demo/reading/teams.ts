import type { Own } from '../../../domain/reading/board';
import { termsOf } from '../../../domain/reading/challenge-record';
import { inviteOf } from '../../../domain/reading/invite';
import { after } from '../../../domain/reading/moderation';
import { amountIn, boardId } from '../../../domain/reading/score';
import { type Joining, joined, newTeam, type TeamRecord } from '../../../domain/reading/team';
import { teamOwn } from '../../../domain/reading/team-view';
import { dayOf } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';
import { demoId } from '../chance';
import { DEMO_ENVIRONMENT } from '../environment';
import type { ReadingPerson } from './reading-person';
import { TEAM_NAMES } from './words';

const SIZE = 4;

function seatOf({ reader, challenge }: ReadingPerson): Joining {
  const { memberId, rev, name } = reader;
  const terms = termsOf(challenge);
  const amount = amountIn(reader, terms, { from: terms.startsOn, to: terms.endsOn });
  return { memberId, rev, ...amount, ...(name !== undefined && { name }) };
}

/** The readers in fours; the last team's name has not been looked at, and it lacks people. */
export function demoTeams(
  readers: readonly ReadingPerson[],
  now: Instant,
): { persons: ReadingPerson[]; teams: TeamRecord[] } {
  const teams: TeamRecord[] = [];
  const persons = [...readers];
  for (const [at, name] of TEAM_NAMES.entries()) {
    const [captain, ...others] = persons.slice(SIZE * at, SIZE * (at + 1));
    if (!captain) break;
    const { challenge } = captain;
    const _id = demoId(`team ${name}`);
    const { goal } = challenge.plan;
    const context = { today: dayOf(now), ...(goal !== undefined && { goal }) };
    const about = { _id, challengeId: challenge._id, name, invite: inviteOf(DEMO_ENVIRONMENT.TICKET_KEY, _id) };
    let team = newTeam(about, seatOf(captain), context, now);
    for (const person of others) {
      const change = joined(team, seatOf(person), context);
      if (change.kind === 'change') team = change.team;
    }
    for (const person of [captain, ...others]) person.reader = { ...person.reader, teamId: _id };
    teams.push(at === TEAM_NAMES.length - 1 ? team : passed(team, now));
  }
  return { persons, teams };
}

function passed({ checkAt: _checked, ...team }: TeamRecord, now: Instant): TeamRecord {
  const moderation = after(team.moderation, { kind: 'found', verdict: 'pass', text: team.moderation.text }, now);
  return { ...team, moderation: moderation ?? team.moderation };
}

export function teamsNews(teams: readonly TeamRecord[]): { id: string; of: string; next: Own }[] {
  return teams.map((team) => {
    return { id: team._id, of: `${boardId(team.challengeId, { name: 'whole' })}.teams`, next: teamOwn(team) };
  });
}
