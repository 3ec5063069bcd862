import type { Outcome } from '../../types/contract';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { planAhead } from './crash-leagues';
import { addLeague, atLeague, captainOf, drawnLeague, isPaired, matchesNow, requestId, teamOn } from './drawn-league';
import { accepted } from './organizing';
import { addMembers, FIRST_ADMIN, memberOf } from './town';

const command = (op: string, input: object, openid = FIRST_ADMIN): Command => ({
  ...{ fn: 'league', op, input, openid },
  requestId: requestId(),
});

const won = (side: 0 | 1): Outcome => {
  const game = side === 0 ? ([11, 5] as const) : ([5, 11] as const);
  return { kind: 'played', score: { kind: 'games', games: [game, game] } };
};

const FORMAT = { first: { kind: 'groups', groups: 1, rounds: 1, bestOf: 3, minutes: 30 } } as const;

/** Three who play alone, each against each: a league of its own. */
async function openScene(cloud: RunningCloud, tag: string) {
  const leagueId = `l${tag}`;
  const plan = await planAhead(cloud, { discipline: 'table-tennis-singles', format: FORMAT });
  return { leagueId, scene: { teams: 3, members: true, enterprises: 1, plan } };
}

async function drawn(cloud: RunningCloud, tag: string) {
  const { leagueId, scene } = await openScene(cloud, tag);
  await drawnLeague(cloud, leagueId, scene);
  return leagueId;
}

/** The first of its matches, and the two who meet in it. */
async function match(cloud: RunningCloud, tag: string) {
  const leagueId = await drawn(cloud, tag);
  const first = (await matchesNow(cloud, leagueId)).find(isPaired);
  if (!first) throw new Error('no match');
  const [home = '', away = ''] = ([0, 1] as const).map((side) => captainOf(leagueId, teamOn(first, side)));
  return { home, away, at: { leagueId, fixtureId: first.id } };
}

async function reported(cloud: RunningCloud, tag: string) {
  const made = await match(cloud, tag);
  accepted((await atLeague(cloud, 'report', { ...made.at, outcome: won(0) }, made.home)).answer);
  return made;
}

/** All is played: the lower number wins, or, where they are to be level, each has won one match by the same score. */
async function played(cloud: RunningCloud, tag: string, level = false): Promise<string> {
  const leagueId = await drawn(cloud, tag);
  for (const each of (await matchesNow(cloud, leagueId)).filter(isPaired)) {
    const ahead = (teamOn(each, 1) - teamOn(each, 0) + 3) % 3 === 1;
    const first = level ? ahead : teamOn(each, 0) < teamOn(each, 1);
    const input = { leagueId, fixtureId: each.id, outcome: won(first ? 0 : 1) };
    accepted((await atLeague(cloud, 'enterResult', input)).answer);
  }
  return leagueId;
}

/** Every command about draws, schedules and results of leagues that writes, by its name. */
export const LEAGUE_MATCHES: Record<string, Prepare> = {
  async draw(cloud, tag) {
    const { leagueId, scene } = await openScene(cloud, tag);
    await addLeague(cloud, leagueId, scene);
    return command('draw', { leagueId, seeds: [] });
  },
  async publishSchedule(cloud, tag) {
    return command('publishSchedule', { leagueId: await drawn(cloud, tag) });
  },
  async setReferee(cloud, tag) {
    const leagueId = await drawn(cloud, tag);
    const referee = memberOf(`referee-${tag}`);
    await addMembers(cloud, [referee]);
    return command('setReferee', { leagueId, memberId: referee._id, courts: ['ca'] });
  },
  async report(cloud, tag) {
    const { at, home } = await match(cloud, tag);
    return command('report', { ...at, outcome: won(0) }, home);
  },
  async confirm(cloud, tag) {
    const { at, away } = await reported(cloud, tag);
    return command('confirm', at, away);
  },
  async dispute(cloud, tag) {
    const { at, away } = await reported(cloud, tag);
    return command('dispute', { ...at, words: '不对', photos: [] }, away);
  },
  async takeBack(cloud, tag) {
    const { at, home } = await reported(cloud, tag);
    return command('takeBack', at, home);
  },
  async enterResult(cloud, tag) {
    const { at } = await match(cloud, tag);
    return command('enterResult', { ...at, outcome: won(1) });
  },
  async correct(cloud, tag) {
    const { at } = await match(cloud, tag);
    accepted((await atLeague(cloud, 'enterResult', { ...at, outcome: won(1) })).answer);
    return command('correct', { ...at, outcome: won(0), reason: '记反了' });
  },
  async drawLots(cloud, tag) {
    return command('drawLots', { leagueId: await played(cloud, tag, true), stage: 'first', group: 'A' });
  },
  async finish(cloud, tag) {
    return command('finish', { leagueId: await played(cloud, tag) });
  },
  /** A result of a league that is over: points go back, and others are posted. */
  async correctAfter(cloud, tag) {
    const leagueId = await played(cloud, tag);
    accepted((await atLeague(cloud, 'finish', { leagueId })).answer);
    const first = (await matchesNow(cloud, leagueId)).find((each) => teamOn(each, 0) + teamOn(each, 1) === 3);
    if (!first) throw new Error('no match of 1 and 2');
    const outcome = won(teamOn(first, 0) === 2 ? 0 : 1);
    return command('correct', { leagueId, fixtureId: first.id, outcome, reason: '记反了' });
  },
};
