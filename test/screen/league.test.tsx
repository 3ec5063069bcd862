import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { forgetAnswers } from '../../src/cloud/answers';
import { EntryPage } from '../../src/features/league/entry-page';
import { useEntryTitle } from '../../src/features/league/entry-title';
import { InvitePage } from '../../src/features/league/invite-page';
import { LeaguePage } from '../../src/features/league/league-page';
import { MatchPage } from '../../src/features/league/match-page';
import type { EntryDetail, FixtureDetail, LeagueDetail } from '../../types/contract';
import type { MemberStatus } from '../../types/vocabulary';
import { visited } from '../support/taro';
import { freshPhone } from './fresh';
import {
  comerOf,
  entryCardOf,
  entryOf,
  fixtureOf,
  inviteOf,
  leagueOf,
  matchOf,
  NOW,
  rowOf,
  STAGES,
  tableOf,
} from './league-samples';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

/** A command is sent a moment after its press: what is not there by now was not sent. */
const settled = () => act(() => new Promise<void>((done) => setTimeout(done, 30)));

async function openLeague(league: LeagueDetail, replies: Replies = {}, status: MemberStatus = 'active') {
  const calls = serve({ 'league.league': () => ok(league), ...replies });
  render(<LeaguePage id="spring" status={status} name="林晓" />);
  await screen.findByTestId(`league-${league.phase}`);
  return calls;
}

async function openMatch(match: FixtureDetail, replies: Replies = {}) {
  const calls = serve({ 'league.fixture': () => ok(match), 'league.league': () => ok(leagueOf()), ...replies });
  render(<MatchPage leagueId="spring" fixtureId={match.id} />);
  await screen.findByTestId('match-head');
  return calls;
}

async function openEntry(entry: EntryDetail, replies: Replies = {}) {
  const calls = serve({ 'league.entry': () => ok(entry), 'league.league': () => ok(leagueOf()), ...replies });
  render(<EntryPage leagueId="spring" entryId={entry.id} />);
  await screen.findByTestId('entry-page');
  return calls;
}

beforeEach(freshPhone);

describe('what stands at the top of a league', () => {
  const mine = entryCardOf({ mine: true, players: 5, missing: 0 });
  const concern = (): string => screen.getByTestId('concern').textContent ?? '';

  test('is how many can still enter, to who has not', async () => {
    await openLeague(leagueOf());
    expect(concern()).toMatch(/还能报6 队/);
  });

  test('is who is missing, to whose team is not complete', async () => {
    await openLeague(leagueOf({ mine: entryCardOf({ mine: true }) }));
    expect(concern()).toMatch(/还差 2 人/);
    expect(screen.queryByTestId('primary')).toBeNull();
  });

  test('is my next match, against whom and where, and leads there', async () => {
    const next = [fixtureOf({ sides: [comerOf(1), comerOf(0, { mine: true })] })];
    await openLeague(leagueOf({ phase: 'playing', mine, next, stages: STAGES }));
    expect(concern()).toMatch(/我的下一场/);
    expect(concern()).toMatch(/对 康诺行政队/);
    expect(concern()).toMatch(/1 号机位/);
    press('concern-open');
    expect(visited.at(-1)).toMatch(/match\/index\?id=spring&match=first\.A\.1\.1/);
  });

  test('is the champion, once it is over', async () => {
    await openLeague(leagueOf({ phase: 'finished', champion: '禾芩一队', stages: STAGES }));
    expect(concern()).toMatch(/冠军禾芩一队/);
  });
});

describe('entering', () => {
  test('asks for a name, says who sees it, and goes to the new team', async () => {
    const calls = await openLeague(leagueOf(), { 'league.enter': () => ok(entryOf({ id: 'new', mine: true })) });
    press('primary');
    expect(screen.getByText(/大家都看得到/)).toBeTruthy();
    press('confirm-enter');
    expect(screen.getByText('先起个队名')).toBeTruthy();
    type('entry-name', '禾芩一队');
    press('confirm-enter');
    await waitFor(() => expect(visited.at(-1)).toMatch(/entry\/index\?id=spring&entry=new/));
    expect(sent(calls, 'league.enter').map(({ input }) => input)).toEqual([{ leagueId: 'spring', name: '禾芩一队' }]);
  });

  test('tells a person that their name will stand in tables', async () => {
    await openLeague(leagueOf({ discipline: 'table-tennis-singles' }));
    press('primary');
    expect(screen.getByText(/“林晓”和单位会出现在对阵和积分榜里/)).toBeTruthy();
    expect(screen.queryByTestId('entry-name')).toBeNull();
  });

  test('begins with joining the union for who has not', async () => {
    await openLeague(leagueOf(), {}, 'visitor');
    expect(screen.getByTestId('primary').textContent).toBe('先加入工会');
  });

  test('by a colleague’s link is one tap', async () => {
    const calls = serve({ 'league.invite': () => ok(inviteOf()), 'league.joinEntry': () => ok(entryOf()) });
    render(<InvitePage invite="AB12" status="active" />);
    await screen.findByTestId('invited');
    expect(screen.getByText('队长 林晓')).toBeTruthy();
    expect(screen.getByText(/还能进 4 人/)).toBeTruthy();
    press('join-entry');
    await waitFor(() => expect(sent(calls, 'league.joinEntry')).toHaveLength(1));
  });

  test('is over for a link that came too late, and says why', async () => {
    serve({ 'league.invite': () => ok(inviteOf({ left: 0 })) });
    render(<InvitePage invite="AB12" status="active" />);
    await screen.findByTestId('invited');
    expect(screen.queryByTestId('join-entry')).toBeNull();
    expect(screen.getByTestId('see-league').textContent).toMatch(/队伍满员了/);
  });
});

test('a row of a table tells why it stands there', async () => {
  const rows = [rowOf(0, { goesOn: true }), rowOf(1, { why: '胜场相同，相互对战胜' })];
  await openLeague(leagueOf({ phase: 'playing', startsAt: NOW - HOUR, stages: STAGES }), {
    'league.tables': () => ok({ tables: [tableOf('A', rows)], now: NOW }),
  });
  press('segment-tables');
  await screen.findByTestId('table-A');
  press('row-e1');
  expect(screen.getByTestId('why-words').textContent).toBe('胜场相同，相互对战胜');
});

test('once rosters are drawn nobody is told any more how to enter', async () => {
  await openLeague(leagueOf());
  expect(screen.getByTestId('overview').textContent).toMatch(/报名的人当队长/);
  cleanup();
  forgetAnswers();
  await openLeague(leagueOf({ phase: 'playing', stages: STAGES }));
  expect(screen.getByTestId('overview').textContent).not.toMatch(/报名的人当队长/);
});

describe('a match', () => {
  const cells = (): string => screen.getByTestId('match-unplayed').textContent ?? '';

  test('says when it is and who plays once, and a name leads to who it is', async () => {
    await openMatch(matchOf({ court: '3 号台' }));
    expect(cells().match(/康诺行政队/g)).toHaveLength(1);
    expect(cells().match(/明天/g)).toHaveLength(1);
    press('side-e1');
    expect(visited.at(-1)).toMatch(/entry\/index\?id=spring&entry=e1/);
  });

  test('still says when it was, once a score stands in the place of the time', async () => {
    await openMatch(matchOf({ state: 'confirmed', wins: [3, 1], winner: 0 }));
    expect(screen.getByTestId('match-confirmed').textContent).toMatch(/明天/);
  });

  test('without a time says that nobody knows it yet', async () => {
    const { startsAt: _startsAt, endsAt: _endsAt, ...match } = matchOf();
    await openMatch(match);
    expect(cells()).toMatch(/时间待定/);
  });
});

describe('who takes part is called', () => {
  function Title() {
    return <>{useEntryTitle('spring')}</>;
  }
  const CALLED = { 'table-tennis-singles': '选手', 'badminton-doubles': '搭档', 'esports-5v5': '队伍' };
  test.each(Object.entries(CALLED))('%s: %s', async (discipline, name) => {
    await openEntry(entryOf(), { 'league.league': () => ok(leagueOf({ discipline })) });
    await screen.findByText('电竞联赛');
    const { container } = render(<Title />);
    expect(container.textContent).toBe(name);
  });
});

describe('a captain', () => {
  test('gives up only after a second yes', async () => {
    const calls = await openEntry(entryOf({ mine: true, captain: true }), {
      'league.withdraw': () => ok(entryOf({ mine: true, withdrawn: true })),
    });
    press('withdraw');
    press('confirm-withdraw');
    await screen.findByText('再按一次就退赛。');
    await settled();
    expect(sent(calls, 'league.withdraw')).toHaveLength(0);
    press('confirm-withdraw');
    await waitFor(() => expect(sent(calls, 'league.withdraw')).toHaveLength(1));
  });

  test('reports a score, which is checked while it is typed and before it is sent', async () => {
    const calls = await openMatch(matchOf({ acts: ['report'], mySide: 0 }), {
      'league.report': () => ok(matchOf({ state: 'reported' })),
    });
    press('act-report');
    for (const [game, [one, other]] of Object.entries({ 1: ['11', '7'], 2: ['11', '10'], 3: ['11', '3'] })) {
      type(`points-${game}-0`, one ?? '');
      type(`points-${game}-1`, other ?? '');
    }
    expect(screen.getByTestId('score-fault').textContent).toBe('第 2 局 11:10：要领先 2 分才算赢');
    press('send-result');
    await settled();
    expect(sent(calls, 'league.report')).toHaveLength(0);
    type('points-2-1', '9');
    expect(screen.queryByTestId('score-fault')).toBeNull();
    expect(screen.getByTestId('score-sum').textContent).toBe('3 : 0');
    press('send-result');
    await waitFor(() => expect(sent(calls, 'league.report')).toHaveLength(1));
  });

  test('who disputes a report says why', async () => {
    const reported = matchOf({ state: 'reported', mySide: 0, reportedBy: 1, acts: ['confirm', 'dispute'] });
    const calls = await openMatch(reported, { 'league.dispute': () => ok(matchOf({ state: 'disputed' })) });
    press('act-dispute');
    press('send-dispute');
    expect(screen.getByText('写一句哪里不对')).toBeTruthy();
    type('dispute-words', '第 2 局填反了');
    press('send-dispute');
    await waitFor(() => expect(sent(calls, 'league.dispute')).toHaveLength(1));
    expect(sent(calls, 'league.dispute').map(({ input }) => input)).toEqual([
      { leagueId: 'spring', fixtureId: 'first.A.1.1', words: '第 2 局填反了', photos: [] },
    ]);
  });
});

test('a correction that others have played on shows the matches to take back first', async () => {
  const outcome = {
    kind: 'played',
    score: {
      kind: 'games',
      games: [
        [11, 1],
        [11, 2],
        [11, 3],
      ],
    },
  } as const;
  const blocked = [fixtureOf({ id: 'final.1.1', state: 'confirmed' })];
  await openMatch(matchOf({ state: 'confirmed', outcome, acts: ['correct'] }), {
    'league.correct': () => ({ ok: false, refusal: 'NEXT_PLAYED', detail: { blocked, void: ['final.1.1'] } }),
  });
  press('act-correct');
  type('reason', '录反了');
  press('send-correction');
  await screen.findByTestId('fixtures-concerned');
  expect(screen.getByTestId('fixture-final.1.1')).toBeTruthy();
});
