import type { EntryRecord, LeagueRecord, PlayerRecord } from '../../../domain/league/league-record';
import type { MessageRecord } from '../../../domain/message/message';
import type { ParticipationRecord } from '../../../domain/participation/participation';
import type { Calendar } from '../calendar';
import { chanceOf } from '../chance';
import { enterpriseId } from '../enterprises';
import type { PersonRecords } from '../person';
import { type Award, awardsOf } from './awards';
import { ESPORTS_TEAMS, PAIRS, ROPE_TEAMS } from './names';
import { ESPORTS, esports, PING_PONG, pingPong, ROPE, rope, SHUTTLE, shuttle, TEAM_DRAFT, teamDraft } from './plans';
import { playedNow } from './playing';
import { StagedLeague } from './staged-league';

/** All of leagues: stored together or not at all, since rosters and players agree only as a whole. */
export interface StagedLeagues {
  leagues: LeagueRecord[];
  leagueEntries: EntryRecord[];
  players: PlayerRecord[];
  participations: ParticipationRecord[];
  messages: MessageRecord[];
  /** What places have earned; posted with all other points, by time. */
  awards: Award[];
}

export interface DemoPeople {
  crowd: readonly PersonRecords[];
  named: readonly PersonRecords[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const named = ({ named: people }: DemoPeople, openid: string): PersonRecords => {
  const found = people.find(({ member }) => member.openid === openid);
  if (!found) throw new Error(`the demo has no ${openid}`);
  return found;
};

/** People of the crowd in an order of that league's own, each name once: entries are told apart by it. */
function comers({ crowd }: DemoPeople, league: string): PersonRecords[] {
  const byName = new Map(
    chanceOf(`comers ${league}`)
      .shuffled(crowd)
      .map((who) => [who.member.name, who] as const),
  );
  return [...byName.values()];
}

/** The worker's own team lacks two, so that there is somebody to invite. */
function openLeague(cal: Calendar, people: DemoPeople): StagedLeague {
  const plan = esports(cal);
  const staged = new StagedLeague(ESPORTS, plan, plan.opensAt - 26 * HOUR);
  staged.publish(plan.opensAt - 24 * HOUR);
  const me = named(people, 'demo-worker');
  const pool = comers(people, ESPORTS);
  const colleagues = pool.filter(({ member }) => member.enterpriseId === me.member.enterpriseId);
  const others = pool.filter((who) => !colleagues.includes(who));
  const room = cal.now - 12 * HOUR - plan.opensAt;
  for (const [at, [name, size]] of ESPORTS_TEAMS.entries()) {
    const team = at === 0 ? [me, ...colleagues.splice(0, size - 1)] : others.splice(0, size);
    staged.enter(name, team, plan.opensAt + Math.floor((room * at) / ESPORTS_TEAMS.length));
  }
  return staged;
}

/** Twelve pairs, and who won. */
function finishedLeague(cal: Calendar, people: DemoPeople): StagedLeague {
  const plan = shuttle(cal);
  const staged = new StagedLeague(SHUTTLE, plan, plan.opensAt - 26 * HOUR);
  staged.publish(plan.opensAt - 24 * HOUR);
  const pool = comers(people, SHUTTLE);
  for (const [at, name] of PAIRS.entries()) staged.enter(name, pool.splice(0, 2), plan.opensAt + at * 7 * HOUR);
  staged.draw(DRAWN[SHUTTLE], plan.lockAt + HOUR);
  staged.schedule(plan.lockAt + 2 * HOUR);
  staged.playUntil(cal.now);
  staged.finish(cal.at(cal.next(6, -24), '18:00'));
  return staged;
}

/** Teams of one enterprise each; the worker follows one. */
function drawnLeague(cal: Calendar, people: DemoPeople): StagedLeague {
  const plan = rope(cal);
  const staged = new StagedLeague(ROPE, plan, plan.opensAt - 26 * HOUR);
  staged.publish(plan.opensAt - 24 * HOUR);
  for (const [at, [name, size]] of ROPE_TEAMS.entries()) {
    const own = people.crowd.filter(({ member }) => member.enterpriseId === enterpriseId(ROPE_HOMES[at] ?? 0));
    const entry = staged.enter(name, own.slice(0, size), plan.opensAt + at * 31 * HOUR);
    if (at === 0) staged.follow(named(people, 'demo-worker'), entry._id);
  }
  staged.draw(DRAWN[ROPE], plan.lockAt + HOUR);
  staged.schedule(plan.lockAt + 3 * HOUR);
  return staged;
}

function playingLeague(cal: Calendar, people: DemoPeople): { staged: StagedLeague; messages: MessageRecord[] } {
  const plan = pingPong(cal);
  const staged = new StagedLeague(PING_PONG, plan, plan.opensAt - 26 * HOUR);
  staged.publish(plan.opensAt - 24 * HOUR);
  const me = named(people, 'demo-worker');
  const players = [me, ...comers(people, PING_PONG).filter(({ member }) => member.name !== me.member.name)];
  for (const [at, who] of players.slice(0, 24).entries()) {
    staged.enter(who.member.name, [who], plan.opensAt + at * 11 * HOUR);
  }
  staged.draw(DRAWN[PING_PONG], plan.lockAt + HOUR);
  staged.schedule(plan.lockAt + 2 * HOUR);
  staged.referee(named(people, 'demo-referee').member._id, ['c1', 'c2']);
  return { staged, messages: playedNow(staged, me.member._id, cal) };
}

/** Where each rope's team works. */
const ROPE_HOMES = [7, 9, 0, 2, 19, 34, 39, 33, 17, 12, 10];

/** What each was drawn from. */
const DRAWN = { [PING_PONG]: 'ping-pong', [SHUTTLE]: 'shuttle', [ROPE]: 'rope' };

/** Leagues in the park around `now`: one in each state that a league has. */
export function yearOfLeagues(cal: Calendar, people: DemoPeople): StagedLeagues {
  const finished = finishedLeague(cal, people);
  const { staged: playing, messages } = playingLeague(cal, people);
  const draft = new StagedLeague(TEAM_DRAFT, teamDraft(cal), cal.at(-1, '16:20'));
  const all = [openLeague(cal, people), playing, finished, drawnLeague(cal, people), draft];
  const everybody = new Map([...people.named, ...people.crowd].map(({ member }) => [member._id, member] as const));
  const { participations, awards } = awardsOf(finished, everybody);
  return {
    leagues: all.map((staged) => staged.swept()),
    leagueEntries: all.flatMap(({ entries }) => [...entries.values()]),
    players: all.flatMap(({ players }) => [...players.values()]),
    participations,
    messages,
    awards,
  };
}
