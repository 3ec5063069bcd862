import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MePanel } from '../../src/features/member/me';
import { Manage } from '../../src/features/organizer/manage';
import { ManagedList } from '../../src/features/organizer/managed-list';
import type { ManagedActivity } from '../../types/contract/organizer-activity';
import type { Grant } from '../../types/vocabulary';
import { scrollToBottom, toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { managedCardOf, managedOf, planOf } from './organizer-samples';
import { meOf } from './samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const PAGES = '/packages/organizer/pages';
const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};

/** In the sheet: the page below names its sessions too. */

async function managing(managed: ManagedActivity = managedOf(), replies: Replies = {}): Promise<Call[]> {
  const calls = serve({ 'organizer.activity': () => ok(managed), ...replies });
  render(<Manage id="music" />);
  await screen.findByTestId(`managed-${managed.state}`);
  return calls;
}

describe('the way in', () => {
  const all = { kind: 'all' as const };
  const cases: [string, Grant[], boolean][] = [
    ['an organizer', [{ role: 'organizer', scope: all }], true],
    ['an admin', [{ role: 'admin', scope: all }], true],
    ['a worker', [], false],
    ['a volunteer', [{ role: 'volunteer', scope: { kind: 'activity', id: 'music' } }], false],
    ['an organizer of last year', [{ role: 'organizer', scope: all, until: Date.now() - 1_000 }], false],
  ];
  test.each(cases)('%s', async (_who, grants, shown) => {
    serve({ 'member.me': () => ok(meOf({ grants })) });
    render(<MePanel />);
    await screen.findByTestId('me-active');
    expect(screen.queryByTestId('manage') !== null).toBe(shown);
  });
});

describe('all activities', () => {
  test('by state, page by page, and a new one', async () => {
    const calls = serve({
      'organizer.activities': ({ state, cursor }) => {
        if (state === 'draft') return ok({ items: [], now: Date.now() });
        return cursor === undefined
          ? ok({ items: [managedCardOf('a')], next: 'after-a', now: Date.now() })
          : ok({ items: [managedCardOf('b')], now: Date.now() });
      },
    });
    render(<ManagedList />);
    await screen.findByText('活动 a');
    act(scrollToBottom);
    await screen.findByText('活动 b');
    fireEvent.click(screen.getByText('草稿'));
    await screen.findByTestId('empty');
    expect(sent(calls, 'organizer.activities').map(({ input }) => input)).toEqual([
      { state: 'published' },
      { state: 'published', cursor: 'after-a' },
      { state: 'draft' },
    ]);
    press('new-activity');
    expect(visited).toEqual([`/packages/setup/pages/edit/index`]);
  });

  test('each says how it stands and opens', async () => {
    serve({ 'organizer.activities': () => ok({ items: [managedCardOf('a')], now: Date.now() }) });
    render(<ManagedList />);
    expect((await screen.findByTestId('managed-a')).textContent).toContain('正在报名');
    press('managed-a');
    expect(visited).toEqual([`${PAGES}/manage/index?id=a`]);
  });

  test('who may not see them is told whom to ask', async () => {
    serve({ 'organizer.activities': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }) });
    render(<ManagedList />);
    await screen.findByTestId('refused-FORBIDDEN');
    expect(screen.getByText('联系工会工作人员')).toBeTruthy();
    expect(screen.queryByTestId('new-activity')).toBeNull();
  });

  test('without a network it says so at once', async () => {
    goOffline();
    serve({});
    render(<ManagedList />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

describe('how one stands', () => {
  test('places given over all, by session and zone; who waits; what is next', async () => {
    await managing();
    const page = screen.getByTestId('managed-published').textContent ?? '';
    expect(page).toContain('196 / 380 个名额');
    expect(page).toContain('草坪区120 / 200');
    expect(page).toContain('已取消 5');
    expect(page).toContain('每个单位最多 20 个，1 个单位已经到顶');
    expect(screen.getByTestId('queue').textContent).toContain('8 位');
    expect(screen.getByTestId('decide').textContent).toBe('审核 3 位');
    for (const testId of ['approvals', 'queue', 'roll', 'volunteers', 'log', 'edit']) press(testId);
    expect(visited.map((url) => url.replace(`${PAGES}/`, ''))).toEqual([
      ...['approvals', 'waitlist', 'roll', 'volunteers', 'log'].map((page_) => `${page_}/index?id=music`),
      '/packages/setup/pages/edit/index?id=music',
    ]);
  });

  test('first come with nobody to decide on has no primary action', async () => {
    await managing(managedOf({ plan: planOf({ allocation: 'first-come' }), counts: { confirmed: 3 } }));
    expect(screen.queryByTestId('decide')).toBeNull();
    expect(screen.queryByTestId('approvals')).toBeNull();
  });

  test('attendance is entered afterwards once a session is over, and before that it says when', async () => {
    await managing();
    expect(screen.queryByTestId('import')).toBeNull();
    expect(screen.getByText('结束以后可以')).toBeTruthy();
    freshPhone();
    const [first, ...rest] = planOf().sessions;
    if (!first) throw new Error('the sample has sessions');
    const endsAt = Date.now() - 60_000;
    await managing(
      managedOf({ plan: planOf({ sessions: [{ ...first, startsAt: endsAt - 60_000, endsAt }, ...rest] }) }),
    );
    press('import');
    expect(visited).toEqual([`${PAGES}/import/index?activity=music`]);
  });

  test('a cancelled one says why and changes no more', async () => {
    await managing(managedOf({ state: 'cancelled', cancelReason: '有暴雨', counts: { cancelled: 158 } }));
    expect(screen.getByText('取消的原因：有暴雨')).toBeTruthy();
    for (const testId of ['edit', 'capacity', 'move', 'close', 'cancel', 'publish']) {
      expect(screen.queryByTestId(testId)).toBeNull();
    }
    press('roll');
    expect(visited).toEqual([`${PAGES}/roll/index?id=music&state=cancelled`]);
  });

  test('photos and what people say are there once it has begun, also where the rest was cancelled', async () => {
    const startsAt = Date.now() - 1_000;
    const cases: [Partial<ManagedActivity>, boolean][] = [
      [{}, false],
      [{ startsAt }, true],
      [{ startsAt, state: 'cancelled', counts: { cancelled: 158, attended: 3 } }, true],
      [{ startsAt, state: 'cancelled', counts: { cancelled: 158 } }, false],
    ];
    for (const [change, shown] of cases) {
      freshPhone();
      await managing(managedOf(change));
      for (const testId of ['album', 'feedback-result']) expect(screen.queryByTestId(testId) !== null).toBe(shown);
    }
  });

  test('one just cancelled says that people are still being told', async () => {
    await managing(managedOf({ state: 'cancelled', cancelReason: '有暴雨' }));
    expect(screen.getByTestId('roll').textContent).toContain('正在告诉 161 位');
  });

  test('one that is gone says so', async () => {
    serve({ 'organizer.activity': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } }) });
    render(<Manage id="music" />);
    expect(await screen.findByTestId('refused-NOT_FOUND')).toBeTruthy();
  });
});

describe('publishing', () => {
  const draft = managedOf({ state: 'draft', counts: {}, used: {} });

  test('says when sign-up begins, and is done', async () => {
    const calls = await managing(draft, {
      'organizer.publishActivity': () => ok({ activityId: 'music', state: 'published' }),
    });
    press('publish');
    expect(screen.getByText(/发布后马上可以报名/)).toBeTruthy();
    press('confirm-publish');
    press('confirm-publish');
    await waitFor(() => expect(toasts).toEqual(['已发布']));
    expect(sent(calls, 'organizer.publishActivity')).toHaveLength(1);
    await waitFor(() => expect(sent(calls, 'organizer.activity')).toHaveLength(2));
  });

  test('what still lacks something says what, by name, and leads there', async () => {
    const issues = [
      { path: 'sessions.0.zones.1.capacity', message: '' },
      { path: 'venue.latitude', message: '' },
    ];
    await managing(draft, {
      'organizer.publishActivity': () => ({ ok: false, refusal: 'PLAN_UNFIT', detail: { issues } }),
    });
    press('publish');
    press('confirm-publish');
    const line = await screen.findByTestId('refused-PLAN_UNFIT');
    expect(line.textContent).toContain('周六晚场 · 看台区的名额、地图坐标');
    press('mend');
    expect(visited).toEqual([`/packages/setup/pages/edit/index?id=music&check=1`]);
  });
});
