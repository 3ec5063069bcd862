import type { RunningCloud } from '../support/cloud';
import { addColleagues, atLeague, join, leaguePlan, openLeague } from '../support/league-town';
import { accepted } from '../support/organizing';
import { memberOf } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

const KNOCKOUT = { first: { kind: 'knockout' as const, placeThree: false, bestOf: 1, minutes: 30 } };
const PLAN = leaguePlan({ most: 24 });

/** Leagues and entries made when they are asked for. */
function scenes(cloud: () => RunningCloud) {
  let made = 0;
  let entered = 0;
  let open = Promise.resolve('');
  const league = async () => {
    // One takes 256 entries, and the table asks more often than that.
    if (entered++ % 200 === 0) open = openLeague(cloud(), { most: 256, format: KNOCKOUT });
    return { leagueId: await open };
  };
  const colleague = async () => {
    const openid = `colleague-${++made}`;
    await addColleagues(cloud(), [openid]);
    return openid;
  };
  /** The asker's own entry, of which they are captain; of who cannot enter, none. */
  const own = async (openid: string) => {
    const at = await league();
    const { answer } = await atLeague(cloud(), 'enter', { ...at, name: `队${++made}号` }, openid);
    return {
      ...at,
      entryId: answer.ok ? answer.value.id : 'none',
      invite: answer.ok ? (answer.value.invite ?? '') : '',
    };
  };
  const bare = async (openid: string) => {
    const { invite: _invite, ...at } = await own(openid);
    return at;
  };
  /** With a second player in it. */
  const pair = async (openid: string) => {
    const { invite, ...at } = await own(openid);
    const second = await colleague();
    if (invite !== '') accepted(await join(cloud(), invite, second));
    return { ...at, memberId: memberOf(second)._id };
  };
  const somebodys = async () => own(await colleague());
  const draft = async () => accepted((await atLeague(cloud(), 'createLeague', { plan: PLAN })).answer);
  const newName = () => `队${++made}号`;
  return { league, colleague, bare, pair, somebodys, draft, newName };
}

/** What the operations up to the draw are asked with, so that nothing but permission can refuse it. */
export function leagueEnteringInputs(cloud: () => RunningCloud): Inputs {
  const { league, colleague, bare, pair, somebodys, draft, newName } = scenes(cloud);
  return {
    'league.leagues': () => ({}),
    'league.mine': () => ({}),
    'league.league': league,
    'league.entries': league,
    'league.entry': async () => {
      const { leagueId, entryId } = await somebodys();
      return { leagueId, entryId };
    },
    'league.invite': async () => ({ invite: (await somebodys()).invite }),
    'league.enter': async () => ({ ...(await league()), name: newName() }),
    'league.joinEntry': async () => ({ invite: (await somebodys()).invite }),
    'league.follow': async () => {
      const { leagueId, entryId } = await somebodys();
      return { leagueId, entryId, follow: true };
    },
    'league.leaveEntry': bare,
    'league.removePlayer': pair,
    'league.handOver': pair,
    'league.arrange': async (openid) => ({ ...(await bare(openid)), substitutes: [] }),
    'league.renameEntry': async (openid) => ({ ...(await bare(openid)), name: newName() }),
    'league.withdraw': bare,
    'league.managedLeagues': () => ({}),
    'league.managedLeague': league,
    'league.createLeague': () => ({ plan: PLAN }),
    'league.editLeague': async () => {
      const { id: leagueId, rev } = await draft();
      return { leagueId, rev, plan: { ...PLAN, title: '新名字' } };
    },
    'league.publishLeague': async () => ({ leagueId: (await draft()).id }),
    'league.cancelLeague': async () => ({ leagueId: (await draft()).id, reason: '场馆停电' }),
    'league.addPlayer': async () => {
      const { leagueId, entryId } = await somebodys();
      return { leagueId, entryId, memberId: memberOf(await colleague())._id, reason: '补报' };
    },
  };
}
