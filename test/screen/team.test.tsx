import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { TeamPage } from '../../src/features/team/team-page';
import type { ChallengeDetail, StandingView } from '../../types/contract/reading-operations';
import type { MemberStatus } from '../../types/vocabulary';
import { toasts, visited } from '../support/taro';
import { challengeOf, teamOf } from './feed-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

const STANDING: StandingView = {
  ...{ joinedOn: '2026-11-01', current: 3, longest: 5, days: 12, minutes: 360, badges: [], fillable: [], lateLeft: 2 },
  cards: { held: 0, owed: 0, daysToNext: 4 },
  today: { day: '2026-11-26', minutes: 0, pages: 0, characters: 0, lacks: 20, counts: false },
};

interface Opened {
  challenge?: Partial<ChallengeDetail>;
  replies?: Replies;
  status?: MemberStatus;
  invite?: string;
}

async function open(testId: string, { challenge = {}, replies = {}, status = 'active', invite }: Opened = {}) {
  const calls = serve({
    'reading.challenge': () => ok(challengeOf({ mine: STANDING, ...challenge })),
    ...replies,
  });
  render(<TeamPage id="winter" invite={invite} status={status} />);
  await screen.findByTestId(testId);
  return calls;
}

beforeEach(freshPhone);

describe('who has no team yet', () => {
  test('makes one, after giving it a name', async () => {
    const calls = await open('no-team', {
      replies: {
        'reading.challenge': (_input, turn) =>
          ok(challengeOf({ mine: STANDING, ...(turn > 0 && { team: teamOf({ nameState: 'pending' }) }) })),
        'reading.createTeam': () => ok(teamOf()),
      },
    });
    press('make-team');
    expect(screen.getByText('先起个队名')).toBeTruthy();
    type('team-name', '午休读书会');
    press('make-team');
    await screen.findByTestId('team');
    expect(screen.getByText('审核中')).toBeTruthy();
    expect(sent(calls, 'reading.createTeam').map(({ input }) => input)).toEqual([
      { challengeId: 'winter', name: '午休读书会' },
    ]);
    expect(sent(calls, 'reading.join')).toHaveLength(0);
  });

  test('takes part by the same tap where they did not', async () => {
    const calls = serve({
      'reading.challenge': () => ok(challengeOf()),
      'reading.join': () => ok(STANDING),
      'reading.createTeam': () => ok(teamOf()),
    });
    render(<TeamPage id="winter" invite={undefined} status="active" />);
    await screen.findByTestId('no-team');
    expect(screen.getByText(/建队会同时加入这个挑战/)).toBeTruthy();
    type('team-name', '午休读书会');
    press('make-team');
    await waitFor(() => expect(sent(calls, 'reading.createTeam')).toHaveLength(1));
    expect(sent(calls, 'reading.join').map(({ input }) => input)).toEqual([{ challengeId: 'winter' }]);
  });

  test('comes in by a code, or by a link that was pasted whole', async () => {
    const calls = await open('no-team', { replies: { 'reading.joinTeam': () => ok(teamOf()) } });
    press('segment-join');
    press('join-team');
    expect(screen.getByText('填上同事给的邀请码')).toBeTruthy();
    type('invite-code', ' https://example.cn/#/packages/reading/pages/team/index?id=winter&invite=AB12CD34 ');
    press('join-team');
    await waitFor(() => expect(toasts).toEqual(['进了“午休读书会”']));
    expect(sent(calls, 'reading.joinTeam').map(({ input }) => input)).toEqual([{ invite: 'AB12CD34' }]);
  });

  test('who came by a colleague’s link is in by one tap', async () => {
    const calls = await open('invited', { invite: 'AB12CD34', replies: { 'reading.joinTeam': () => ok(teamOf()) } });
    press('accept-invite');
    await waitFor(() => expect(toasts).toEqual(['进了“午休读书会”']));
    expect(sent(calls, 'reading.joinTeam').map(({ input }) => input)).toEqual([{ invite: 'AB12CD34' }]);
  });

  test('a full team, or a wrong code, is said in place, and one’s own can be made instead', async () => {
    await open('invited', {
      invite: 'AB12CD34',
      replies: {
        'reading.joinTeam': (_input, turn) =>
          turn === 0
            ? { ok: false, refusal: 'TEAM_FULL', detail: { most: 10 } }
            : { ok: false, refusal: 'NOT_FOUND', detail: { what: 'team' } },
      },
    });
    press('accept-invite');
    expect((await screen.findByTestId('refused-TEAM_FULL')).textContent).toContain('最多 10 人');
    press('accept-invite');
    expect((await screen.findByTestId('refused-NOT_FOUND')).textContent).toContain('邀请码可能输错了');
    press('not-this-team');
    expect(screen.getByTestId('create-team')).toBeTruthy();
  });
});

describe('who cannot have one', () => {
  test('a visitor is led to joining the union, who waits is told to wait', async () => {
    await open('not-member', { status: 'visitor', invite: 'AB12CD34' });
    expect(screen.getByText('同事邀请你进小队')).toBeTruthy();
    press('join');
    expect(visited).toEqual(['/packages/member/pages/join/index']);
    freshPhone();
    await open('not-member', { status: 'pending' });
    expect(screen.getByText('入会申请还在审核')).toBeTruthy();
    expect(screen.queryByTestId('join')).toBeNull();
  });

  test('a challenge without teams, or one that is over, leads back to it', async () => {
    await open('no-teams-here', { challenge: { entry: 'personal' } });
    expect(screen.getByText('这个挑战不分小队')).toBeTruthy();
    fireEvent.click(screen.getByText('看这个挑战'));
    expect(visited).toEqual(['/packages/reading/pages/challenge/index?id=winter']);
    freshPhone();
    await open('no-teams-here', { challenge: { endsOn: '2020-02-01' } });
    expect(screen.getByText('挑战已经结束')).toBeTruthy();
  });

  test('without a network that is said', async () => {
    goOffline();
    render(<TeamPage id="winter" invite={undefined} status="active" />);
    expect(screen.getByTestId('skeleton')).toBeTruthy();
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

describe('one’s own team', () => {
  test('says its days, its goal, and each member’s days', async () => {
    await open('team', { challenge: { team: teamOf() } });
    expect(screen.getByTestId('team-days').textContent).toBe('42');
    expect(screen.getByText('3 位队友，一共读了 42 天')).toBeTruthy();
    expect(screen.getByText('目标 100 天，还差 58 天')).toBeTruthy();
    expect([...screen.getByTestId('members').children].map(({ textContent }) => textContent)).toEqual([
      '王同事20 天600 分钟',
      '李同事我12 天360 分钟',
      '王同事10 天300 分钟',
    ]);
  });

  test('of fewer than three says what is lacking; a goal that was reached stays reached', async () => {
    const two = teamOf().members.slice(0, 2);
    await open('team', {
      challenge: { team: teamOf({ members: two, days: 32, complete: false, goalOn: '2026-11-20' }) },
    });
    expect(screen.getByText('还差 1 位就能上小队榜')).toBeTruthy();
    expect(screen.getByText('目标 100 天，已经达成')).toBeTruthy();
  });

  test('has a code to read out and copy, while there is room', async () => {
    const copied: string[] = [];
    const writeText = async (text: string): Promise<void> => void copied.push(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    await open('team', { challenge: { team: teamOf() } });
    expect(screen.getByTestId('code').textContent).toBe('AB12CD34');
    expect(screen.getByText('邀请码，还能进 7 位')).toBeTruthy();
    press('copy-invite');
    await waitFor(() => expect(copied).toEqual(['AB12CD34']));
    freshPhone();
    const full = Array.from({ length: 10 }, (_, at) => ({ name: `第${at}位`, days: 1, minutes: 20 }));
    await open('team', { challenge: { team: teamOf({ members: full }) } });
    expect(screen.queryByTestId('invite')).toBeNull();
  });

  test('is left after a second yes that says what goes along', async () => {
    const calls = await open('team', {
      challenge: { team: teamOf({ captain: true }) },
      replies: { 'reading.leaveTeam': () => ok({}) },
    });
    press('leave-team');
    expect(screen.getByTestId('leave-sheet').textContent).toContain('你的 12 天会跟着你走，小队少 12 天。队长由');
    expect(sent(calls, 'reading.leaveTeam')).toHaveLength(0);
    press('confirm-leave');
    await waitFor(() => expect(toasts).toEqual(['离开了小队']));
    expect(sent(calls, 'reading.leaveTeam').map(({ input }) => input)).toEqual([{ teamId: 't1' }]);
  });

  test('of a challenge that is over nobody comes or goes any more', async () => {
    await open('team', { challenge: { team: teamOf(), endsOn: '2020-02-01' } });
    for (const gone of ['invite', 'leave-team']) expect(screen.queryByTestId(gone)).toBeNull();
  });

  test('without a network what was seen last is shown, and said to be', async () => {
    await open('team', { challenge: { team: teamOf() } });
    goOffline();
    fireEvent.click(screen.getByTestId('leave-team'));
    press('confirm-leave');
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
    expect(screen.getByTestId('team')).toBeTruthy();
  });
});
