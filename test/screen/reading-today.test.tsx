import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { shifted } from '../../domain/time/days';
import { Today } from '../../src/features/reading/today';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { challengeOf, standingOf, today, todayAnswer } from './reading-samples';
import { ok, sent, serve } from './server';

beforeEach(freshPhone);

const text = (): string => screen.getByTestId('today').textContent ?? '';

describe('the tab of reading', () => {
  test('has the streak, the cards, the late days and one tap to the check-in', async () => {
    serve({ 'reading.today': () => ok(todayAnswer()) });
    render(<Today status="active" />);
    expect((await screen.findByTestId('streak')).textContent).toBe('6');
    for (const words of ['秋日共读', '还有 21 天', '再读 1 天得一张补卡', '还有 2 天可以晚到', '今天还没打卡'])
      expect(text()).toContain(words);
    fireEvent.click(screen.getByTestId('check-in'));
    expect(visited).toEqual(['/packages/reading/pages/check-in/index?id=autumn']);
  });

  test('shows its shape while it is on its way', () => {
    serve({ 'reading.today': () => 'never' });
    render(<Today status="active" />);
    expect(screen.getByTestId('skeleton')).toBeTruthy();
  });

  const amounts: [string, number, number, string, string][] = [
    ['what is lacking', 10, 10, '今天读了 10 分钟，还差 10 分钟', '打卡'],
    ['that the day counts', 35, 0, '今天读了 35 分钟，算数了', '再记一笔'],
  ];
  test.each(amounts)('says %s', async (_what, minutes, lacks, words, press) => {
    const read = { day: today(), minutes, pages: 0, characters: 0, lacks, counts: lacks === 0 };
    const challenges = [{ ...challengeOf(), mine: standingOf({ today: read }) }];
    serve({ 'reading.today': () => ok(todayAnswer({ challenges })) });
    render(<Today status="active" />);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByTestId('check-in').textContent).toBe(press);
  });

  test('an answer from yesterday says nothing of today', async () => {
    const read = { day: shifted(today(), -1), minutes: 35, pages: 0, characters: 0, lacks: 0, counts: true };
    const challenges = [{ ...challengeOf(), mine: standingOf({ today: read }) }];
    serve({ 'reading.today': () => ok(todayAnswer({ challenges })) });
    render(<Today status="active" />);
    expect(await screen.findByText('今天还没打卡')).toBeTruthy();
  });

  test('a card that could save the streak is pointed out', async () => {
    const mine = standingOf({ cards: { held: 1, owed: 0, daysToNext: 4 }, fillable: [shifted(today(), -1)] });
    serve({ 'reading.today': () => ok(todayAnswer({ challenges: [{ ...challengeOf(), mine }] })) });
    render(<Today status="active" />);
    expect(await screen.findByText('最近有一天没读到，打开挑战可以补上')).toBeTruthy();
    expect(text()).toContain('有 1 张补卡，再读 4 天得一张');
  });

  test('one that I am not in is joined there, and then it is asked for anew', async () => {
    const calls = serve({
      'reading.today': () => ok(todayAnswer({ challenges: [challengeOf()] })),
      'reading.join': () => ok(standingOf()),
    });
    render(<Today status="active" />);
    fireEvent.click(await screen.findByTestId('join-autumn'));
    await waitFor(() => expect(sent(calls, 'reading.today')).toHaveLength(2));
    expect(sent(calls, 'reading.join').map(({ input }) => input)).toEqual([{ challengeId: 'autumn' }]);
  });

  test('joining one that has just ended says so', async () => {
    const over = { ok: false, refusal: 'CHALLENGE_OVER', detail: { endsOn: today() } } as const;
    serve({
      'reading.today': () => ok(todayAnswer({ challenges: [challengeOf()] })),
      'reading.join': () => over,
    });
    render(<Today status="active" />);
    fireEvent.click(await screen.findByTestId('join-autumn'));
    expect(await screen.findByTestId('refused-CHALLENGE_OVER')).toBeTruthy();
  });

  test('a visitor sees what there is, and joins the union first', async () => {
    serve({ 'reading.today': () => ok(todayAnswer({ challenges: [challengeOf()] })) });
    render(<Today status="visitor" />);
    await screen.findByText('秋日共读');
    expect(screen.queryByTestId('join-autumn')).toBeNull();
    fireEvent.click(screen.getByTestId('join'));
    expect(visited).toEqual(['/packages/member/pages/join/index']);
  });

  test('who waits to be let in is told so', async () => {
    serve({ 'reading.today': () => ok(todayAnswer({ challenges: [challengeOf()] })) });
    render(<Today status="pending" />);
    expect(await screen.findByText('入会申请通过后，就能加入下面的挑战。')).toBeTruthy();
    expect(screen.queryByTestId('join')).toBeNull();
  });

  test('of several the first that lacks today has the one bold press, the others a line each', async () => {
    const read = { day: today(), minutes: 35, pages: 0, characters: 0, lacks: 0, counts: true };
    const challenges = [
      { ...challengeOf({ id: 'read' }), mine: standingOf({ today: read }) },
      { ...challengeOf({ id: 'wanted' }), mine: standingOf() },
      { ...challengeOf({ id: 'later' }), mine: standingOf() },
    ];
    serve({ 'reading.today': () => ok(todayAnswer({ challenges })) });
    const { container } = render(<Today status="active" />);
    await screen.findByTestId('streak');
    expect(container.querySelectorAll('.large')).toHaveLength(1);
    const bold = [...container.querySelectorAll('.button--primary')];
    expect(bold.map((press) => press.closest('.card')?.getAttribute('data-testid'))).toEqual(['joined-wanted']);
    fireEvent.click(screen.getByTestId('check-in'));
    for (const id of ['read', 'later']) fireEvent.click(screen.getByTestId(`check-in-${id}`));
    expect(visited).toEqual(['wanted', 'read', 'later'].map((id) => `/packages/reading/pages/check-in/index?id=${id}`));
    expect(screen.getByTestId('check-in-read').textContent).toBe('再记一笔');
  });

  test('one that is over or still to come has no check-in', async () => {
    const soon = challengeOf({ id: 'soon', startsOn: shifted(today(), 1), phase: 'soon' });
    const over = challengeOf({ id: 'over', endsOn: shifted(today(), -1) });
    const challenges = [soon, over].map((each) => ({ ...each, mine: standingOf() }));
    serve({ 'reading.today': () => ok(todayAnswer({ challenges })) });
    render(<Today status="active" />);
    await screen.findByTestId('joined-soon');
    expect(screen.queryByTestId('check-in')).toBeNull();
    expect(text()).toContain('明天开始');
    expect(text()).toContain('已结束');
  });

  test('the last day is named', async () => {
    serve({ 'reading.today': () => ok(todayAnswer({ challenges: [challengeOf({ endsOn: today() })] })) });
    render(<Today status="active" />);
    expect(await screen.findByText(/今天是最后一天/)).toBeTruthy();
  });

  test('no challenge, and no network, each have their words', async () => {
    serve({ 'reading.today': () => ok(todayAnswer({ challenges: [] })) });
    render(<Today status="active" />);
    expect(await screen.findByTestId('empty')).toBeTruthy();
    freshPhone();
    goOffline();
    render(<Today status="active" />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });

  test('without a network what was seen before stays, and one can check in', async () => {
    serve({ 'reading.today': () => ok(todayAnswer()) });
    const { unmount } = render(<Today status="active" />);
    await screen.findByTestId('streak');
    unmount();
    goOffline();
    render(<Today status="active" />);
    expect(await screen.findByText('没有网络也能打卡，连上后自动送出')).toBeTruthy();
    expect(screen.getByTestId('check-in')).toBeTruthy();
  });

  test('leads to notes, boards, my own and how I am called', async () => {
    serve({ 'reading.today': () => ok(todayAnswer()) });
    render(<Today status="active" />);
    await screen.findByTestId('streak');
    for (const way of ['to-boards', 'to-mine', 'to-settings']) fireEvent.click(screen.getByTestId(way));
    expect(visited).toEqual([
      '/packages/reading/pages/boards/index?id=autumn',
      '/packages/reading/pages/mine/index',
      '/packages/reading/pages/settings/index',
    ]);
  });
});
