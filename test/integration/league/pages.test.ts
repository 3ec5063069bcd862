import type { RunningCloud } from '../../support/cloud';
import { captainOf, drawnLeague, entryOf, playOut } from '../../support/drawn-league';
import { addColleagues, atLeague, leaguePlan, openLeague, teamOf } from '../../support/league-town';
import { accepted } from '../../support/organizing';
import { DAY, HOUR, NOON } from '../../support/plans';
import { addEnterprises, FIRST_ADMIN, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;
const LARGE = 'large';

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技', e3: '蓝海生物' });
  const final = { take: 2, bestOf: 1, minutes: 30, placeThree: true };
  const first = { kind: 'groups', groups: 32, rounds: 1, bestOf: 1, minutes: 30 } as const;
  await drawnLeague(cloud, LARGE, { teams: 128, plan: { format: { first, final } }, enterprises: 20 });
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const ids = { leagueId: LARGE };
const pages = [
  ['leagues', {}],
  ['mine', {}],
  ['league', ids],
  ['entries', ids],
  ['entry', { ...ids, entryId: entryOf(LARGE, 1) }],
  ['entry', { ...ids, entryId: entryOf(LARGE, 2) }],
  ['managedLeagues', {}],
  ['managedLeague', ids],
] as const;

test.each(pages)(
  '%s %j of a league of 128 teams takes three calls and two hundred documents at most',
  async (op, input) => {
    const asker = op.startsWith('managed') ? FIRST_ADMIN : captainOf(LARGE, 1);
    const { answer, meter } = await atLeague(cloud, op, input, asker);
    accepted(answer as { ok: true; value: object });
    expect(meter.dbCalls).toBeLessThanOrEqual(3);
    expect(meter.docsRead).toBeLessThanOrEqual(200);
    expect(meter.unindexed).toBe(0);
  },
);

test('a captain finds their league with the next match, and what they may do in it', async () => {
  const { items } = accepted((await atLeague(cloud, 'mine', {}, captainOf(LARGE, 5))).answer);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    league: { id: LARGE, phase: 'playing' },
    entry: { id: entryOf(LARGE, 5), mine: true },
  });
  expect(items[0]?.next?.sides.some((side) => side.kind === 'entry' && side.mine)).toBe(true);
  const page = accepted((await atLeague(cloud, 'league', ids, captainOf(LARGE, 5))).answer);
  expect(page).toMatchObject({ captain: true, mine: { id: entryOf(LARGE, 5), players: 5, missing: 0 } });
  expect(page.next).toHaveLength(3);
  expect(page.stages.map(({ matches, groups }) => [matches, groups.length])).toEqual([
    [192, 32],
    [64, 0],
  ]);
});

test('entries are listed by name, twenty at a time, each once', async () => {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const input = { ...ids, ...(cursor !== undefined && { cursor }) };
    const page = accepted((await atLeague(cloud, 'entries', input, 'visitor')).answer);
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.next;
    if (cursor === undefined) break;
    expect(page.items).toHaveLength(20);
  }
  expect(seen).toHaveLength(128);
  expect(new Set(seen).size).toBe(128);
});

test('what has not ended is listed by its end, what has by its end backwards, and drafts nowhere', async () => {
  const openings = (day: number) => [{ startsAt: NOON + day * DAY, endsAt: NOON + day * DAY + HOUR }];
  const at = async (title: string, day: number) => {
    const courts = [{ id: 'ca', name: '一号台', openings: openings(day) }];
    return openLeague(cloud, { title, courts, brand: 'warm' });
  };
  await at('后', 9);
  await at('先', 4);
  await atLeague(cloud, 'createLeague', { plan: leaguePlan({ title: '草稿', brand: 'warm' }) });
  const listed = async (input: object) =>
    accepted((await atLeague(cloud, 'leagues', { brand: 'warm', ...input }, 'visitor')).answer).items.map(
      ({ title }) => title,
    );
  expect(await listed({})).toEqual(['先', '后']);
  expect(await listed({ past: true })).toEqual([]);
  await setClock(cloud, NOON + 20 * DAY);
  expect(await listed({ past: true })).toEqual(['后', '先']);
  expect(await listed({})).toEqual([]);
});

test('once it is over the page names who came to which place', async () => {
  await drawnLeague(cloud, 'small', { teams: 4 });
  await playOut(cloud, 'small');
  accepted((await atLeague(cloud, 'finish', { leagueId: 'small' })).answer);
  const page = accepted((await atLeague(cloud, 'league', { leagueId: 'small' }, 'visitor')).answer);
  expect(page).toMatchObject({ phase: 'finished', champion: '第1队' });
  expect(page.placings[0]).toMatchObject({ entry: { name: '第1队' }, place: { from: 1, to: 1 } });
  const { items } = accepted((await atLeague(cloud, 'mine', {}, captainOf('small', 1))).answer);
  expect(items).toEqual([]);
});

test('a plan that cannot be carried out is refused by the field, and an edit of what has changed since too', async () => {
  const plan = leaguePlan({ most: 24 });
  const unfit = (await atLeague(cloud, 'createLeague', { plan: { ...plan, courts: [] } })).answer;
  expect(unfit).toMatchObject({ refusal: 'PLAN_UNFIT', detail: { issues: [{ path: 'courts' }] } });
  const made = accepted((await atLeague(cloud, 'createLeague', { plan })).answer);
  const { id: leagueId, rev } = made;
  const renamed = { ...plan, title: '新名字' };
  const edited = accepted((await atLeague(cloud, 'editLeague', { leagueId, rev, plan: renamed })).answer);
  expect(edited).toMatchObject({ plan: { title: '新名字' }, rev: rev + 1 });
  const stale = (await atLeague(cloud, 'editLeague', { leagueId, rev, plan })).answer;
  expect(stale).toMatchObject({ refusal: 'STALE', detail: { rev: rev + 1 } });
  const open = accepted((await atLeague(cloud, 'publishLeague', { leagueId })).answer);
  expect(open.state).toBe('open');
  await addColleagues(cloud, ['edits-1', 'edits-2', 'edits-3']);
  for (const [at, openid] of ['edits-1', 'edits-2', 'edits-3'].entries())
    await teamOf(cloud, leagueId, openid, `队${at}号`);
  const few = { ...plan, most: 2, format: { first: { ...plan.format.first, groups: 1 } } };
  const less = (await atLeague(cloud, 'editLeague', { leagueId, rev: open.rev, plan: few })).answer;
  expect(less).toMatchObject({
    refusal: 'PLAN_UNFIT',
    detail: { issues: [{ path: 'most', message: '3 have entered' }] },
  });
  expect((await atLeague(cloud, 'publishLeague', { leagueId })).answer).toMatchObject({ refusal: 'NOT_NOW' });
});
