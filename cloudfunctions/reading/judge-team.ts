import { named } from '../../domain/reading/team-name';
import { recall, remember } from '../../domain/request/remembered';
import type { Answer, ReadingContract } from '../../types/contract';
import type { TeamId } from '../../types/vocabulary';
import type { WriteCall } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { changeTeamName } from './author-here';
import { decisionOf, type Judging, stands } from './decision';
import { noTeam, TRIES, teamOf } from './teams';

/** An organizer's word on the name of a team; a sweep tells the board where others see another name by it. */
export async function judgeTeam(
  teamId: TeamId,
  judging: Judging,
  call: WriteCall,
): Promise<Answer<ReadingContract['judge']>> {
  const { request, now } = call;
  const state = judging.verdict === 'pass' ? 'passed' : 'rejected';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const team = await teamOf(teamId);
    if (!team) return noTeam;
    const known = recall(team.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') return { ok: true, value: { state } };
    if (!stands(team.moderation, judging)) return { ok: false, refusal: 'CHANGED', detail: {} };
    const next = { ...(named(team, decisionOf(judging, call), now) ?? team) };
    if (await changeTeamName(team, { ...next, requests: remember(team.requests, request) }))
      return { ok: true, value: { state } };
  }
  throw new Busy('the team kept changing');
}
