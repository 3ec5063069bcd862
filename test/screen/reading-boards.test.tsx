import { fireEvent, render, screen } from '@testing-library/react';
import { Boards } from '../../src/features/reading/boards';
import type { OpOf } from '../../types/contract';
import type { ValueOf } from '../../types/contract/op';
import { scrollToBottom, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { detailOf } from './reading-samples';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

type Board = ValueOf<OpOf<'reading.board'>>;
type Enterprises = ValueOf<OpOf<'reading.enterpriseBoard'>>;

function boardOf(change: Partial<Board> = {}): Board {
  return {
    rows: [
      { rank: 1, name: '李同事', days: 6, minutes: 300 },
      { rank: 2, name: '王敏', days: 5, minutes: 200, mine: true },
    ],
    count: 2,
    mine: { rank: 2, days: 5, minutes: 200 },
    from: '2026-11-23',
    to: '2026-11-29',
    now: Date.now(),
    ...change,
  };
}

function enterprisesOf(change: Partial<Enterprises> = {}): Enterprises {
  return {
    rows: [{ rank: 1, enterpriseId: 'e1', name: '禾芩生物制药', days: 96, minutes: 2_000, members: 300, mine: true }],
    countedAt: Date.now(),
    from: '2026-11-23',
    to: '2026-11-29',
    now: Date.now(),
    ...change,
  };
}

function open(replies: Replies) {
  const calls = serve({ 'reading.challenge': () => ok(detailOf()), ...replies });
  render(<Boards id="autumn" />);
  return calls;
}

const asked = (calls: Parameters<typeof sent>[0]) => sent(calls, 'reading.board').map(({ input }) => input);

describe('boards', () => {
  test('begin with the people of this week, and my own place stays in sight', async () => {
    const calls = open({
      'reading.board': () => ok(boardOf({ count: 912, mine: { rank: 387, days: 3, minutes: 60 } })),
    });
    expect((await screen.findByTestId('own-rank')).textContent).toBe('我第 387 位，共 912 人3 天');
    expect(screen.getByTestId('rank-mine').textContent).toContain('王敏');
    expect(asked(calls)).toEqual([{ challengeId: 'autumn', of: 'people', span: 'week', when: 'now', from: 0 }]);
  });

  test('go on from the next place at the end of the page', async () => {
    const rows = (from: number) =>
      Array.from({ length: 20 }, (_, at) => ({ rank: from + at + 1, name: `第${from + at + 1}`, days: 1, minutes: 1 }));
    const calls = open({
      'reading.board': ({ from }) => ok(boardOf({ rows: from === 0 ? rows(0) : rows(20).slice(0, 3), count: 23 })),
    });
    await screen.findByText('还有更多…');
    scrollToBottom();
    expect(await screen.findByText('没有更多了')).toBeTruthy();
    expect(screen.getAllByTestId('rank')).toHaveLength(23);
    expect(asked(calls)).toMatchObject([{ from: 0 }, { from: 20 }]);
  });

  test.each([
    ['今天', 'day', 'now'],
    ['昨天', 'day', 'before'],
    ['上周', 'week', 'before'],
    ['全程', 'whole', 'now'],
  ])('%s', async (words, span, when) => {
    const calls = open({ 'reading.board': () => ok(boardOf()) });
    await screen.findByTestId('board');
    fireEvent.click(screen.getByRole('button', { name: words }));
    await screen.findByTestId('board');
    expect(asked(calls)[1]).toMatchObject({ span, when });
  });

  test('whoever is not seen hears why they are on none', async () => {
    const { mine: _none, ...rest } = boardOf();
    open({ 'reading.board': () => ok(rest) });
    await screen.findByTestId('not-ranked');
    fireEvent.click(screen.getByRole('button', { name: '选称呼' }));
    expect(visited).toEqual(['/packages/reading/pages/settings/index']);
  });

  test('an empty one, and no network, each have their words', async () => {
    open({ 'reading.board': () => ok(boardOf({ rows: [], count: 0 })) });
    expect(await screen.findByText('榜上还没有人')).toBeTruthy();
    freshPhone();
    goOffline();
    render(<Boards id="autumn" />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });

  test('teams are there where the challenge has them, over the whole alone', async () => {
    const calls = open({
      'reading.challenge': () => ok(detailOf({ entry: 'team' })),
      'reading.board': ({ of }) =>
        ok(
          boardOf(
            of === 'teams'
              ? { rows: [{ rank: 1, name: '晨读组', days: 40, minutes: 900, mine: true, teamId: 't1' }] }
              : {},
          ),
        ),
    });
    fireEvent.click(await screen.findByTestId('segment-teams'));
    expect((await screen.findByTestId('rank-mine')).textContent).toContain('晨读组');
    expect(asked(calls)[1]).toMatchObject({ of: 'teams', span: 'whole', when: 'now' });
  });

  test('enterprises are those of my own size first, by days a member', async () => {
    const calls = open({
      'reading.board': () => ok(boardOf()),
      'reading.enterpriseBoard': ({ size }) => ok(enterprisesOf({ ownSize: 50, ...(size === 50 ? {} : { rows: [] }) })),
    });
    fireEvent.click(await screen.findByTestId('segment-enterprises'));
    expect((await screen.findByTestId('rank-mine')).textContent).toContain('人均 0.3 天300 位会员，共 96 天');
    expect(sent(calls, 'reading.enterpriseBoard').map(({ input }) => input)).toMatchObject([
      { size: 200 },
      { size: 50 },
    ]);
  });
});
