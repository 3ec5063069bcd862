import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Approvals } from '../../src/features/organizer/approvals';
import { Roll } from '../../src/features/organizer/roll';
import { Waitlist } from '../../src/features/organizer/waitlist';
import type { Applicant } from '../../types/contract/organizer-activity';
import { scrollToBottom, toasts } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { applicantOf, managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const inputs = (calls: readonly Call[], name: Parameters<typeof sent>[1]): unknown[] =>
  sent(calls, name).map(({ input }) => input);

const PEOPLE = [
  applicantOf('r1', '张三', { companions: 2 }),
  applicantOf('r2', '李四', { session: { id: 's2', name: '周日下午场' } }),
  applicantOf('r3', '王五'),
];
const listed = (items: Applicant[]) => () => ok({ items, now: Date.now() });

describe('approval', () => {
  async function deciding(replies: Replies, managed = managedOf()): Promise<Call[]> {
    const calls = serve({
      'organizer.activity': () => ok(managed),
      'organizer.registrations': listed(PEOPLE),
      ...replies,
    });
    render(<Approvals id="music" />);
    await screen.findByTestId('applicant-r1');
    return calls;
  }

  test('shows what helps to decide, and asks for those who applied', async () => {
    const calls = await deciding({});
    const row = screen.getByTestId('applicant-r1').textContent ?? '';
    for (const words of [
      '张三',
      '带 2 位同伴',
      '138****1001 · 禾芩生物制药',
      '周六晚场 · 草坪区',
      '散场班车：地铁站',
    ]) {
      expect(row).toContain(words);
    }
    expect(inputs(calls, 'organizer.registrations')).toEqual([{ activityId: 'music', state: 'applied' }]);
  });

  test('some are chosen, counted with their companions, and decided on in the order of the list', async () => {
    const calls = await deciding({
      'organizer.decide': ({ registrationIds: done }) => ok({ done, full: [], gone: [] }),
    });
    expect(screen.getByTestId('approve').hasAttribute('disabled')).toBe(true);
    press('applicant-r3');
    press('applicant-r1');
    expect(screen.getByTestId('selected').textContent).toBe('已选 2 位，要 4 个名额');
    press('approve');
    expect(screen.getByText('周六晚场 · 草坪区要 4 个，还剩 80 个')).toBeTruthy();
    press('confirm-decide');
    press('confirm-decide');
    await screen.findByText('通过了 2 位');
    expect(inputs(calls, 'organizer.decide')).toEqual([
      { activityId: 'music', registrationIds: ['r1', 'r3'], decision: 'approve', fit: 'as-many-as-fit' },
    ]);
  });

  test('the answer is told exactly, and those without a place can go to the queue', async () => {
    const calls = await deciding({
      'organizer.decide': (_input, turn) =>
        ok(turn === 0 ? { done: ['r1'], full: ['r2'], gone: ['r3'] } : { done: ['r2'], full: [], gone: [] }),
    });
    press('select-all');
    press('approve');
    press('confirm-decide');
    const told = (await screen.findByTestId('decided')).textContent;
    expect(told).toContain('通过了 1 位');
    expect(told).toContain('1 位想要的名额满了，还在待审核：李四');
    expect(told).toContain('1 位已经取消或处理过了：王五');
    press('queue-rest');
    press('confirm-decide');
    await screen.findByText('转到候补 1 位');
    expect(inputs(calls, 'organizer.decide')[1]).toMatchObject({ registrationIds: ['r2'], decision: 'waitlist' });
  });

  test('all or none: where not all fit, nothing is done and it is said how many would', async () => {
    const calls = await deciding({
      'organizer.decide': ({ fit, registrationIds: done }) =>
        fit === 'all'
          ? { ok: false, refusal: 'NOT_ALL_FIT', detail: { fit: 2, of: 3 } }
          : ok({ done, full: [], gone: [] }),
    });
    press('select-all');
    press('approve');
    fireEvent.click(screen.getByText('全部通过才算'));
    press('confirm-decide');
    expect((await screen.findByTestId('refused-NOT_ALL_FIT')).textContent).toContain('选了 3 位，只够 2 位');
    fireEvent.click(screen.getByText('能放几位放几位'));
    expect(screen.queryByTestId('refused-NOT_ALL_FIT')).toBeNull();
    press('confirm-decide');
    await screen.findByText('通过了 3 位');
    expect(inputs(calls, 'organizer.decide')).toHaveLength(2);
  });

  test('declining wants a reason, which is sent', async () => {
    const calls = await deciding({
      'organizer.decide': ({ registrationIds: done }) => ok({ done, full: [], gone: [] }),
    });
    press('applicant-r2');
    press('decline');
    press('confirm-decide');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    expect(inputs(calls, 'organizer.decide')).toHaveLength(0);
    type('reason', '名额只给骑手');
    press('confirm-decide');
    await screen.findByText('没有通过 1 位');
    expect(inputs(calls, 'organizer.decide')).toMatchObject([{ decision: 'decline', reason: '名额只给骑手' }]);
  });

  test('the server wants a reason too: it is asked for at its field', async () => {
    await deciding({ 'organizer.decide': () => ({ ok: false, refusal: 'REASON_NEEDED', detail: {} }) });
    press('applicant-r2');
    press('approve');
    press('confirm-decide');
    expect(await screen.findByText('请写明原因')).toBeTruthy();
  });

  test('without a queue nobody is sent there', async () => {
    await deciding({}, managedOf({ plan: planOf({ waitlist: false }) }));
    await waitFor(() => expect(screen.queryByTestId('to-waitlist')).toBeNull());
  });

  test('fifty at a time', async () => {
    const many = Array.from({ length: 60 }, (_, at) => applicantOf(`r${at + 1}`, `第${at + 1}人`));
    await deciding({ 'organizer.registrations': listed(many) });
    press('select-all');
    expect(screen.getByTestId('selected').textContent).toContain('已选 50 位，要 50 个名额，一次最多 50 位');
  });

  test('nobody waits', async () => {
    serve({ 'organizer.activity': () => ok(managedOf()), 'organizer.registrations': listed([]) });
    render(<Approvals id="music" />);
    expect(await screen.findByTestId('empty')).toBeTruthy();
    expect(screen.queryByTestId('approve')).toBeNull();
  });
});

describe('the queue', () => {
  const QUEUE = PEOPLE.map((applicant, at) => ({ ...applicant, state: 'waitlisted' as const, position: at + 1 }));
  async function queueing(replies: Replies): Promise<Call[]> {
    const calls = serve({
      'organizer.activity': () => ok(managedOf()),
      'organizer.registrations': listed(QUEUE),
      ...replies,
    });
    render(<Waitlist id="music" />);
    await screen.findByText('王五');
    return calls;
  }

  test('a jump says before whom, wants a reason, and tells the new position', async () => {
    const calls = await queueing({ 'organizer.jump': () => ok({ registrationId: 'r3', position: 1 }) });
    expect(screen.queryByTestId('jump-r1')).toBeNull();
    press('jump-r3');
    expect(screen.getByTestId('jump-sheet').textContent).toContain('现在排第 3 位');
    expect(screen.getByTestId('jump-sheet').textContent).toContain('排到没有提前过的人前面');
    press('confirm-jump');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('reason', '上一场没进成');
    press('confirm-jump');
    await waitFor(() => expect(toasts).toEqual(['王五排到第 1 位']));
    expect(inputs(calls, 'organizer.jump')).toEqual([{ registrationId: 'r3', reason: '上一场没进成' }]);
    await waitFor(() => expect(inputs(calls, 'organizer.registrations')).toHaveLength(2));
  });

  test('who is no longer in the queue is said to be what they are', async () => {
    await queueing({
      'organizer.jump': () => ({ ok: false, refusal: 'NOT_WAITLISTED', detail: { state: 'offered' } }),
    });
    press('jump-r2');
    type('reason', '补偿');
    press('confirm-jump');
    expect((await screen.findByTestId('refused-NOT_WAITLISTED')).textContent).toContain('有名额，等你确认');
  });
});

describe('the list of names', () => {
  test('by state, with counts; nobody is listed for not having come', async () => {
    const calls = serve({
      'organizer.activity': () => ok(managedOf({ counts: { confirmed: 150, cancelled: 5, absent: 7 } })),
      'organizer.registrations': ({ state }) =>
        ok({
          items: state === 'cancelled' ? [applicantOf('r9', '赵六', { state, reason: '出差' })] : PEOPLE,
          now: Date.now(),
        }),
    });
    render(<Roll id="music" first={undefined} />);
    await screen.findByText('张三');
    expect(screen.getByText('已报名 150')).toBeTruthy();
    expect(screen.queryByText(/未到场/)).toBeNull();
    fireEvent.click(screen.getByText('已取消 5'));
    expect(await screen.findByText('原因：出差')).toBeTruthy();
    expect(inputs(calls, 'organizer.registrations')).toEqual([
      { activityId: 'music', state: 'confirmed' },
      { activityId: 'music', state: 'cancelled' },
    ]);
  });

  test('by name, and by session, zone and enterprise', async () => {
    const calls = serve({
      'organizer.activity': () => ok(managedOf()),
      'organizer.registrations': listed(PEOPLE),
      'member.enterprises': () => ok({ items: [{ id: 'e1', name: '禾芩生物制药' }] }),
    });
    render(<Roll id="music" first={undefined} />);
    await screen.findByText('张三');
    press('filter');
    fireEvent.click(within(screen.getByTestId('filters')).getByText('周六晚场 · 草坪区'));
    type('roll-search', '张');
    press('choose-enterprises');
    fireEvent.click(await screen.findByText('禾芩生物制药', { selector: '.enterprise-list__line *' }));
    const place = { sessionId: 's1', zoneId: 'a', enterpriseId: 'e1' };
    await waitFor(() =>
      expect(inputs(calls, 'organizer.registrations')).toContainEqual({
        ...{ activityId: 'music', state: 'confirmed', name: '张' },
        ...place,
      }),
    );
    expect(screen.getByText('筛选 2')).toBeTruthy();
  });

  test('whoever waits for a decision is decided on from here', async () => {
    const calls = serve({
      'organizer.activity': () => ok(managedOf()),
      'organizer.registrations': listed(PEOPLE),
      'organizer.decide': ({ registrationIds: done }) => ok({ done, full: [], gone: [] }),
    });
    render(<Roll id="music" first="applied" />);
    fireEvent.click(await screen.findByTestId('applicant-r1'));
    fireEvent.click(screen.getByTestId('applicant-r3'));
    press('decline');
    type('reason', '名额有限');
    press('confirm-decide');
    await screen.findByTestId('decided');
    expect(inputs(calls, 'organizer.decide')).toMatchObject([
      { registrationIds: ['r1', 'r3'], decision: 'decline', reason: '名额有限' },
    ]);
  });

  test('is read page by page', async () => {
    serve({
      'organizer.activity': () => ok(managedOf()),
      'organizer.registrations': ({ cursor }) =>
        cursor === undefined
          ? ok({ items: PEOPLE, next: 'more', now: Date.now() })
          : ok({ items: [applicantOf('r9', '赵六')], now: Date.now() }),
    });
    render(<Roll id="music" first="waitlisted" />);
    await screen.findByText('张三');
    act(scrollToBottom);
    expect(await screen.findByText('赵六')).toBeTruthy();
  });

  test('without a network it says so', async () => {
    goOffline();
    serve({});
    render(<Roll id="music" first={undefined} />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});
