import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Edit } from '../../src/features/league-desk/edit';
import { Entries } from '../../src/features/league-desk/entries';
import { EMPTY_LEAGUE, planFrom } from '../../src/features/league-desk/league-form';
import { fromTemplate } from '../../src/features/league-desk/league-templates';
import { Leagues } from '../../src/features/league-desk/leagues';
import { Manage } from '../../src/features/league-desk/manage';
import { Schedule } from '../../src/features/league-desk/schedule';
import type { EntryCard, FixtureView } from '../../types/contract/league';
import type { LeaguePreview, ManagedLeague } from '../../types/contract/league-desk';
import { toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { entryOf } from './league-samples';
import { ok, type Replies, sent, serve } from './server';

const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

const PLAN = planFrom({
  ...fromTemplate('esports', EMPTY_LEAGUE, Date.now()),
  ...{ title: '电竞联赛', venueName: '活动中心', venueAddress: '药谷中路 1 号', venuePoint: '39.796, 116.506' },
});

const PREVIEW: LeaguePreview = {
  stages: [{ name: '小组赛', matches: 36 }],
  ...{ matches: 47, neededMinutes: 1_160, openMinutes: 1_800, leastCourts: 4, courts: 5, issues: [] },
  finish: PLAN.courts[0]?.openings[1]?.endsAt ?? 0,
};

const league = (part: Partial<ManagedLeague> = {}): ManagedLeague => ({
  ...{ id: 'cup', state: 'draft', plan: PLAN, rev: 3, disputed: [], lotsDue: [], scheduled: false, draws: [] },
  entries: { all: 3, complete: 2, withdrawn: 0 },
  stages: [],
  matches: { all: 12, scheduled: 0, played: 0, reported: 0 },
  ...{ referees: [], log: [], now: Date.now() },
  ...part,
});

const match = (part: Partial<FixtureView> = {}): FixtureView => ({
  ...{ id: 'm1', stage: 's', group: 'A', round: 1, state: 'unplayed' },
  sides: [
    { kind: 'entry', id: 'e1', name: '一队' },
    { kind: 'entry', id: 'e2', name: '二队' },
  ],
  ...part,
});

const entry = (id: string, name: string, missing = 0): EntryCard => ({ id, name, players: 5 - missing, missing });

const preview: Replies = { 'league.previewLeague': () => ok(PREVIEW) };

beforeEach(freshPhone);

describe('a new league', () => {
  test('begins with a template, says what it comes to, and is saved as a plan', async () => {
    const calls = serve({ ...preview, 'league.createLeague': () => ok(league({ id: 'new1' })) });
    render(<Edit id={undefined} />);
    expect(screen.getByTestId('preview-missing').textContent).toContain('选好项目');
    fireEvent.click(screen.getByText('24 队，6 组，前 2 名打淘汰赛'));
    await screen.findByText('47 场 · 共 19 小时 20 分', undefined, { timeout: 3_000 });
    type('title', '电竞联赛');
    press('step-where');
    expect(screen.getByTestId('courts-words').textContent).toBe('5 张台，两个晚上 18:30–21:30，一共 30 小时');
    type('venueName', '活动中心');
    type('venueAddress', '药谷中路 1 号');
    type('venuePoint', '39.796, 116.506');
    press('step-check');
    press('save');
    await waitFor(() => expect(visited).toEqual(['instead /packages/league-desk/pages/manage/index?id=new1']));
    const [created] = sent(calls, 'league.createLeague');
    expect(created?.input).toMatchObject({ plan: { title: '电竞联赛', most: 24 } });
  });

  test('goes to the step of what is missing, and sends nothing', async () => {
    const calls = serve(preview);
    render(<Edit id={undefined} />);
    press('step-check');
    press('save');
    expect(screen.getByTestId('step-what').getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('请填写联赛名称')).toBeTruthy();
    expect(screen.getByTestId('faults').textContent).toBe('还有 9 处要改');
    // A command is sent a moment after its press.
    await act(() => new Promise<void>((done) => setTimeout(done, 30)));
    expect(sent(calls, 'league.createLeague')).toHaveLength(0);
  });

  test('five tables for two evenings take a number, one line and a tap', async () => {
    serve(preview);
    render(<Edit id={undefined} />);
    fireEvent.click(screen.getByText('电竞 5v5'));
    press('step-where');
    for (let tap = 0; tap < 5; tap += 1) fireEvent.click(screen.getByLabelText('场地加一'));
    type('openings.o1.day', '2031-05-08');
    type('openings.o1.from', '18:30');
    type('openings.o1.until', '21:30');
    press('openings.add');
    expect(screen.getByTestId('courts-words').textContent).toBe('5 张台，两个晚上 18:30–21:30，一共 30 小时');
  });

  test('what was typed is there again after closing', async () => {
    serve(preview);
    const { unmount } = render(<Edit id={undefined} />);
    type('title', '电竞联赛');
    unmount();
    render(<Edit id={undefined} />);
    expect(screen.getByTestId('restored')).toBeTruthy();
    expect(screen.getByTestId('title')).toHaveProperty('value', '电竞联赛');
    press('start-over');
    expect(screen.getByTestId('title')).toHaveProperty('value', '');
  });
});

test('what the server finds unfit stands at its field, in its step', async () => {
  serve({
    ...preview,
    'league.managedLeague': () => ok(league()),
    'league.editLeague': () => ({
      ok: false,
      refusal: 'PLAN_UNFIT',
      detail: { issues: [{ path: 'courts', message: 'open before rosters are locked' }] },
    }),
  });
  render(<Edit id="cup" />);
  await screen.findByTestId('league-form');
  type('title', '新的名字');
  press('save');
  await screen.findByText('场地开放要晚于报名截止');
  expect(screen.getByTestId('step-where').getAttribute('aria-pressed')).toBe('true');
});

describe('a league for its organizers', () => {
  const open = async (managed: ManagedLeague, replies: Replies = {}) => {
    const calls = serve({ 'league.managedLeague': () => ok(managed), ...replies });
    render(<Manage id="cup" />);
    await screen.findByTestId(`league-${managed.state}`);
    return calls;
  };

  test('a draft is published after a word on what people will see', async () => {
    const calls = await open(league(), { 'league.publishLeague': () => ok(league({ state: 'open' })) });
    press('next');
    press('confirm-publish');
    await waitFor(() => expect(toasts).toEqual(['已发布']));
    expect(sent(calls, 'league.publishLeague')[0]?.input).toEqual({ leagueId: 'cup' });
  });

  test('disputes come first, and open the match', async () => {
    await open(league({ state: 'drawn', scheduled: true, disputed: [match({ state: 'disputed' })] }));
    press('dispute-m1');
    expect(visited).toEqual(['/packages/league/pages/match/index?id=cup&match=m1']);
    expect(screen.getByTestId('next').textContent).toBe('裁定异议');
  });

  test('cancelling wants a reason', async () => {
    const calls = await open(league({ state: 'open' }), {
      'league.cancelLeague': () => ok(league({ state: 'cancelled', cancelReason: '停电' })),
    });
    press('cancel');
    press('reason-yes');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('reason', '停电');
    press('reason-yes');
    await waitFor(() => expect(toasts).toEqual(['联赛已取消']));
    expect(sent(calls, 'league.cancelLeague').map(({ input }) => input)).toEqual([{ leagueId: 'cup', reason: '停电' }]);
  });

  test('without a network it says so, and asks again', async () => {
    goOffline();
    serve({});
    render(<Manage id="cup" />);
    await screen.findByTestId('refused-OFFLINE');
    expect(screen.getByTestId('again')).toBeTruthy();
  });
});

test('the region of an entry stands there by its name', async () => {
  const format = { ...PLAN.format, regions: [{ id: 'r1', name: '东区' }] };
  const east = { ...entry('e1', '一队'), region: 'r1' };
  serve({
    'league.managedLeague': () => ok(league({ state: 'open', plan: { ...PLAN, format } })),
    'league.entries': () => ok({ items: [east] }),
    'league.entry': () => ok(entryOf({ ...east, enterpriseName: '禾芩生物' })),
  });
  render(<Entries id="cup" draw={false} />);
  await screen.findByText('东区 · 5 人');
  press('entry-e1');
  await screen.findByText('5 人，还能加 2 人 · 东区');
});

test('seeds are numbered in the order of the taps; who is not complete cannot be one', async () => {
  const list = [entry('e1', '一队'), entry('e2', '二队'), entry('e3', '三队', 2)];
  const calls = serve({
    ...preview,
    'league.managedLeague': () => ok(league({ state: 'open' })),
    'league.entries': () => ok({ items: list }),
    'league.draw': () => ok(league({ state: 'drawn' })),
  });
  render(<Entries id="cup" draw />);
  await screen.findByTestId('entry-e1');
  await screen.findByTestId('draw');
  for (const id of ['e2', 'e3', 'e1']) press(`entry-${id}`);
  press('draw');
  press('confirm-draw');
  await waitFor(() => expect(sent(calls, 'league.draw')[0]?.input).toEqual({ leagueId: 'cup', seeds: ['e2', 'e1'] }));
});

test('a schedule that does not fit says what is missing, and what fits can be published', async () => {
  const calls = serve({
    'league.managedLeague': () => ok(league({ state: 'drawn' })),
    'league.previewSchedule': () =>
      ok({
        ...{ fits: false, items: [match({ startsAt: Date.now() }), match({ id: 'm2' })], moved: [], now: Date.now() },
        lacks: ['最后一天还差 40 分钟'],
      }),
    'league.publishSchedule': () => ok(league({ state: 'drawn', scheduled: true })),
  });
  render(<Schedule id="cup" />);
  await screen.findByText('最后一天还差 40 分钟');
  expect(screen.getByTestId('publish-schedule').textContent).toBe('先公布排得下的 1 场');
  press('publish-schedule');
  await waitFor(() =>
    expect(sent(calls, 'league.publishSchedule')[0]?.input).toEqual({ leagueId: 'cup', partly: true }),
  );
});

test('where there is no league yet the way to the first one stands there', async () => {
  serve({ 'league.managedLeagues': () => ok({ items: [] }) });
  render(<Leagues />);
  await screen.findByTestId('empty');
  press('new-league');
  expect(visited).toEqual(['/packages/league-desk/pages/edit/index']);
});
