import { act, fireEvent, render, screen } from '@testing-library/react';
import { MePanel } from '../../src/features/member/me';
import { ManagedList } from '../../src/features/organizer/managed-list';
import type { Grant } from '../../types/vocabulary';
import { scrollToBottom, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { managedCardOf } from './organizer-samples';
import { meOf } from './samples';
import { ok, sent, serve } from './server';
import { press } from './typing';

beforeEach(freshPhone);

const PAGES = '/packages/organizer/pages';

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
    expect(visited).toEqual([`${PAGES}/edit/index`]);
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
