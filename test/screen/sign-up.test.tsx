import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Detail } from '../../src/features/activity/detail';
import type { ActivityDetail, SessionView } from '../../types/contract/activity';
import type { SignedUp } from '../../types/contract/registration';
import { visited } from '../support/taro';
import { freshPhone } from './fresh';
import { detailOf, registrationOf, ticketOf } from './samples';
import { ok, type Replies, sent, serve } from './server';

const MEMBER = { status: 'active' as const, memberId: 'member1', enterpriseId: 'e1', employment: 'employee' as const };
const HOUR = 3_600_000;

beforeEach(freshPhone);

const [SESSION] = detailOf().sessionList;
/** A session with so many places left and no zones. */
function sessionOf(id: string, left: number, change: Partial<SessionView> = {}): SessionView {
  const { startsAt, endsAt } = detailOf();
  return { id, name: `第 ${id} 场`, startsAt, endsAt, places: { capacity: 20, left }, zones: [], ...change };
}

async function open(change: Partial<ActivityDetail>, reply: Replies['activity.signUp'] = () => 'never') {
  const calls = serve({
    'activity.get': () => ok(detailOf({ sessionList: [sessionOf('s1', 5)], ...change })),
    'activity.signUp': reply,
    'activity.registration': () => ok(ticketOf()),
  });
  render(<Detail id="music" who={MEMBER} beTold={({ state }) => <p>{`told of ${state}`}</p>} />);
  fireEvent.click(await screen.findByTestId('primary'));
  return calls;
}
const signedUp =
  (change: Partial<SignedUp>): Replies['activity.signUp'] =>
  () =>
    ok({ ...registrationOf(), ...change });
const confirm = (): HTMLElement => screen.getByTestId('confirm-sign-up');
const full = {
  phase: 'full' as const,
  waitlist: true,
  places: { capacity: 20, left: 0 },
  sessionList: [sessionOf('s1', 0)],
};

describe('three endings, each with what comes next', () => {
  test('a place leads to the ticket, whose key is fetched at once', async () => {
    const calls = await open({}, signedUp({ state: 'confirmed', companions: 2 }));
    fireEvent.click(confirm());
    expect(await screen.findByText('报好了')).toBeTruthy();
    expect(screen.getByText(/和 2 位同伴/)).toBeTruthy();
    expect(screen.getByText('told of confirmed')).toBeTruthy();
    await waitFor(() => expect(sent(calls, 'activity.registration')).toHaveLength(1));
    fireEvent.click(screen.getByText('看电子票'));
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg1']);
  });

  test('a turn in the queue says which', async () => {
    const calls = await open(full, signedUp({ state: 'waitlisted', position: 12 }));
    expect(confirm().textContent).toBe('候补排队');
    expect(screen.getByText('候补随时可以退出')).toBeTruthy();
    expect(screen.getByText(/现在满了，先排上队。有空位会按顺序给你留着/)).toBeTruthy();
    fireEvent.click(confirm());
    expect(await screen.findByText('排上队了')).toBeTruthy();
    expect(screen.getByTestId('position').textContent).toBe('第 12 位');
    expect(screen.getByText('told of waitlisted')).toBeTruthy();
    expect(screen.getByText('看排到第几')).toBeTruthy();
    // The only session is chosen already, full as it is.
    expect(sent(calls, 'activity.signUp')[0]?.input).toMatchObject({ sessionId: 's1' });
    expect(sent(calls, 'activity.registration')).toHaveLength(0);
  });

  test('an application says who decides', async () => {
    await open({ allocation: 'approval' }, signedUp({ state: 'applied', allocation: 'approval' }));
    expect(confirm().textContent).toBe('提交申请');
    expect(screen.getByTestId('way-hint').textContent).toContain('由组织者审核，通过了才有名额');
    fireEvent.click(confirm());
    expect(await screen.findByText('申请交上去了')).toBeTruthy();
    expect(screen.getByText('told of applied')).toBeTruthy();
    fireEvent.click(screen.getByText('知道了'));
    await waitFor(() => expect(screen.queryByTestId('sign-up-sheet')).toBeNull());
  });
});

describe('what is full', () => {
  const sessions = [sessionOf('s1', 0), sessionOf('s2', 3)];
  const option = (name: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^第 ${name} 场`) });

  test('can be chosen where there is a waitlist, and then the button queues', async () => {
    await open({ waitlist: true, sessions: 2, sessionList: sessions });
    expect(option('s2').getAttribute('aria-pressed')).toBe('true');
    expect(confirm().textContent).toBe('确认报名');
    expect(option('s1').textContent).toContain('已满，可候补');
    fireEvent.click(option('s1'));
    expect(confirm().textContent).toBe('候补排队');
  });

  test('cannot be chosen where there is none', async () => {
    await open({ sessions: 2, sessionList: sessions });
    expect(option('s1').hasAttribute('disabled')).toBe(true);
  });

  test('can be applied for where the organizer decides', async () => {
    await open({ allocation: 'approval', sessions: 2, sessionList: sessions });
    expect(option('s1').hasAttribute('disabled')).toBe(false);
  });

  test('with an enterprise that has taken all of its places the queue is said to be theirs', async () => {
    await open({ waitlist: true, quota: { capacity: 4, left: 0 } });
    expect(confirm().textContent).toBe('候补排队');
    expect(screen.getByText(/你们单位的名额满了，先排上队/)).toBeTruthy();
  });
});

test('another registration at the same time is warned of, and signing up stays open', async () => {
  const clash = { registrationId: 'r2', title: '电竞联赛', startsAt: detailOf().startsAt, endsAt: detailOf().endsAt };
  await open({ sessionList: [sessionOf('s1', 5, { clash })] });
  expect(screen.getByTestId('clash').textContent).toContain('和“电竞联赛”时间撞上了');
  expect(confirm().hasAttribute('disabled')).toBe(false);
});

test('a session that is held already is marked, and another one can be had', async () => {
  const mine = [{ registrationId: 'reg9', state: 'confirmed' as const, sessionId: 's1' }];
  const sessionList = [sessionOf('s1', 5), sessionOf('s2', 5)];
  const calls = await open({ onePlacePer: 'session', sessions: 2, sessionList, mine }, signedUp({}));
  expect(screen.getByText(/你已经报了这场/)).toBeTruthy();
  fireEvent.click(confirm());
  await screen.findByTestId('signed-up');
  expect(sent(calls, 'activity.signUp')[0]?.input).toMatchObject({ sessionId: 's2' });
  fireEvent.click(screen.getByTestId('mine-reg9'));
  expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg9']);
});

describe('companions', () => {
  const more = (): void => void fireEvent.click(screen.getByLabelText('同伴加一'));

  test('are counted up to what is allowed, and sent', async () => {
    const calls = await open({ companions: 2 }, signedUp({ companions: 2 }));
    expect(screen.getByLabelText('同伴减一').hasAttribute('disabled')).toBe(true);
    more();
    more();
    expect(screen.getByLabelText('同伴加一').hasAttribute('disabled')).toBe(true);
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up');
    expect(sent(calls, 'activity.signUp')[0]?.input).toMatchObject({ companions: 2 });
  });

  test('are not asked for where none may come, and none are sent', async () => {
    const calls = await open({}, signedUp({}));
    expect(screen.queryByTestId('companions')).toBeNull();
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up');
    expect(sent(calls, 'activity.signUp')[0]?.input).not.toHaveProperty('companions');
  });

  test('too many for what is left is said before it is sent, with both ways out', async () => {
    await open({ companions: 3, waitlist: true, sessionList: [sessionOf('s1', 1)] });
    expect(confirm().textContent).toBe('确认报名');
    more();
    expect(screen.getByText(/这里只剩 1 个名额，不够 2 个人。减少同伴可以马上报好/)).toBeTruthy();
    expect(confirm().textContent).toBe('候补排队');
  });

  test('more than the organizer allows by now are taken back to what is allowed', async () => {
    const refusal = { ok: false, refusal: 'TOO_MANY_COMPANIONS', detail: { most: 1 } } as const;
    const calls = await open({ companions: 3 }, (_input, turn) => (turn === 0 ? refusal : ok(registrationOf())));
    more();
    more();
    fireEvent.click(confirm());
    await screen.findByTestId('refused-TOO_MANY_COMPANIONS');
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up');
    expect(sent(calls, 'activity.signUp').map(({ input }) => input)).toEqual([
      expect.objectContaining({ companions: 2 }),
      expect.objectContaining({ companions: 1 }),
    ]);
  });

  test('where too few places are left for all, what was chosen stays chosen', async () => {
    const few = { what: 'session', capacity: 20, left: 1, elsewhere: false } as const;
    await open({ companions: 3 }, () => ({ ok: false, refusal: 'FULL', detail: few }));
    more();
    fireEvent.click(confirm());
    expect(await screen.findByText('剩下的不够了')).toBeTruthy();
    expect(confirm().hasAttribute('disabled')).toBe(false);
    fireEvent.click(screen.getByLabelText('同伴减一'));
    expect(screen.queryByTestId('refused-FULL')).toBeNull();
  });
});

test('who was absent too often is told until when, and whom to ask', async () => {
  const detail = { absences: 2, until: Date.now() + 90 * HOUR };
  await open({}, () => ({ ok: false, refusal: 'COOLING_DOWN', detail }));
  fireEvent.click(confirm());
  await screen.findByTestId('refused-COOLING_DOWN');
  expect(screen.getByText(/起可以再报/)).toBeTruthy();
  expect(screen.getByText('联系工会工作人员')).toBeTruthy();
});

describe('what an activity says of itself', () => {
  const show = async (change: Partial<ActivityDetail>): Promise<void> => {
    serve({ 'activity.get': () => ok(detailOf({ sessionList: SESSION ? [SESSION] : [], ...change })) });
    render(<Detail id="music" who={MEMBER} />);
    await screen.findByTestId('primary');
  };

  test("my enterprise's places, the queue, companions and the rules in plain words", async () => {
    await show({ quota: { capacity: 20, left: 3 }, waiting: 12, companions: 2, coolDown: { absences: 2, days: 90 } });
    expect(screen.getByTestId('quota').textContent).toBe('你们单位还剩 3 个名额（共 20 个）');
    expect(screen.getByTestId('waiting').textContent).toBe('有 12 位在候补');
    expect(screen.getByText('可以带 2 位同伴')).toBeTruthy();
    expect(screen.getByText(/最近 90 天里有 2 次报了名没来/)).toBeTruthy();
  });

  test('an enterprise that has none left is told so', async () => {
    await show({ quota: { capacity: 20, left: 0 } });
    expect(screen.getByTestId('quota').textContent).toBe('你们单位的 20 个名额都有人了');
  });

  test('why it was cancelled', async () => {
    await show({ phase: 'cancelled', cancelReason: '大风预警' });
    expect(screen.getByTestId('cancel-reason').textContent).toContain('大风预警');
  });

  test('that an offer waits, and until when', async () => {
    const offer = { registrationId: 'reg3', state: 'offered' as const, sessionId: 's1', offerUntil: Date.now() + HOUR };
    await show({ phase: 'full', mine: [offer] });
    fireEvent.click(screen.getByText('有名额了，去确认'));
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg3']);
  });
});
