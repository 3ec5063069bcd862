import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { RefusedBy } from '../../src/cloud/call';
import { Duties } from '../../src/features/checkin/duties';
import { Gate } from '../../src/features/checkin/gate';
import { useRecentEntries } from '../../src/features/checkin/recent';
import { MePanel } from '../../src/features/member/me';
import { visited } from '../support/taro';
import { admittedOf, attendeeOf, dutyOf, eveningOf, gateDetailOf, OF } from './checkin-samples';
import { freshPhone, goOffline } from './fresh';
import { meOf } from './samples';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;

beforeEach(() => {
  freshPhone();
  useRecentEntries.setState({}, true);
});

describe('the way to the gate', () => {
  const roles = [
    ['a volunteer', [{ role: 'volunteer', scope: { kind: 'activity', id: 'music' } }], true],
    ['an organizer', [{ role: 'organizer', scope: { kind: 'all' } }], true],
    ['a volunteer of last year', [{ role: 'volunteer', scope: { kind: 'activity', id: 'a' }, until: 1 }], false],
    ['a merchant', [{ role: 'merchant', scope: { kind: 'shop', id: 'a' } }], false],
    ['a member', [], false],
  ] as const;
  test.each(roles)('%s', async (_who, grants, shown) => {
    serve({ 'member.me': () => ok(meOf({ grants: [...grants] })) });
    render(<MePanel />);
    await screen.findByTestId('me-active');
    expect(screen.queryByTestId('duties') !== null).toBe(shown);
  });

  test('a duty says when its gate opens, and leads there', async () => {
    const later = { opensAt: Date.now() + HOUR, closesAt: Date.now() + 5 * HOUR };
    const items = [dutyOf(), dutyOf({ activityId: 'fair', title: '换书集市', checkIn: later })];
    serve({ 'checkin.duties': () => ok({ items, now: Date.now() }) });
    render(<Duties />);
    fireEvent.click(await screen.findByTestId('duty-music-s1'));
    expect(visited).toEqual(['/packages/checkin/pages/gate/index?id=music&session=s1']);
    expect(screen.getByText('签到中')).toBeTruthy();
    expect(screen.getByText(/\d\d:\d\d 开始签到$/)).toBeTruthy();
  });

  test('nothing to do yet, no right to, and no network each have their words', async () => {
    serve({
      'checkin.duties': (_input, turn) =>
        turn === 0 ? { ok: false, refusal: 'FORBIDDEN', detail: { needs: ['volunteer'] } } : ok({ items: [], now: 1 }),
    });
    render(<Duties />);
    await screen.findByTestId('refused-FORBIDDEN');
    fireEvent.click(screen.getByTestId('again'));
    expect(await screen.findByTestId('empty')).toBeTruthy();
    freshPhone();
    goOffline();
    render(<Duties />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

async function openGate(replies: Replies, session = eveningOf(), organizer = false) {
  const calls = serve({ 'activity.get': () => ok(gateDetailOf(session)), ...replies });
  render(<Gate of={OF} organizer={organizer} />);
  await screen.findByTestId('gate');
  return calls;
}

function type(code: string): void {
  fireEvent.change(screen.getByTestId('code'), { target: { value: code } });
  fireEvent.click(screen.getByTestId('scan'));
}

describe('before anybody comes', () => {
  const whens: [string, number][] = [
    ['early', 4 * HOUR],
    ['open', HOUR],
    ['late', -3 * HOUR],
  ];
  test.each(whens)('the gate says that it is %s', async (phase, startsIn) => {
    await openGate({}, eveningOf(startsIn));
    expect(screen.getByTestId(`gate-${phase}`)).toBeTruthy();
  });

  test('a cancelled activity needs no gate, a session that is gone leads back', async () => {
    serve({ 'activity.get': () => ok(gateDetailOf(eveningOf(), { phase: 'cancelled' })) });
    render(<Gate of={OF} organizer={false} />);
    await screen.findByTestId('gate-cancelled');
    freshPhone();
    serve({ 'activity.get': () => ok(gateDetailOf()) });
    render(<Gate of={{ ...OF, sessionId: 's9' }} organizer={false} />);
    fireEvent.click(await screen.findByText('回到值守'));
    expect(visited).toEqual(['/packages/checkin/pages/duties/index']);
  });

  test('the name of the gate is chosen once and goes along with every scan', async () => {
    const calls = await openGate({ 'checkin.scan': () => ok(admittedOf()) });
    fireEvent.click(screen.getByTestId('gate-name-press'));
    fireEvent.change(screen.getByTestId('gate-name'), { target: { value: ' 3 号门（东）' } });
    fireEvent.click(screen.getByTestId('own-gate'));
    type('T.reg1.abcdefghij');
    await screen.findByTestId('verdict-in');
    expect(sent(calls, 'checkin.scan').map(({ input }) => input)).toEqual([
      { ...OF, code: 'T.reg1.abcdefghij', gate: '3号门东' },
    ]);
    expect(screen.getByText('3号门东')).toBeTruthy();
  });
});

describe('scanning', () => {
  test('who may come in is named with their zone and how many they are', async () => {
    await openGate({ 'checkin.scan': () => ok(admittedOf({ companions: 1 })) });
    type('one');
    const verdict = await screen.findByTestId('verdict-in');
    for (const words of ['请进', '林晓禾', '草坪区', '2 人同行']) expect(verdict.textContent).toContain(words);
    expect(screen.getByTestId('recent-reg1')).toBeTruthy();
    expect(screen.getByTestId('code')).toHaveProperty('value', '');
  });

  test('who is in already is said to be, calmly, with when', async () => {
    await openGate({ 'checkin.scan': () => ok(admittedOf({ again: true })) });
    type('one');
    const verdict = await screen.findByTestId('verdict-again');
    expect(verdict.textContent).toContain('已经进过场了');
    expect(verdict.textContent).toMatch(/\d\d:\d\d 扫票入场/);
  });

  test('one code at a time: a double tap, and a code that comes meanwhile, send nothing', async () => {
    const calls = await openGate({ 'checkin.scan': () => 'never' });
    type('one');
    await screen.findByTestId('looking');
    fireEvent.click(screen.getByTestId('scan'));
    fireEvent.change(screen.getByTestId('code'), { target: { value: 'two' } });
    fireEvent.keyDown(screen.getByTestId('code'), { key: 'Enter' });
    await waitFor(() => expect(sent(calls, 'checkin.scan')).toHaveLength(1));
    expect(screen.getByTestId('code')).toHaveProperty('value', 'two');
  });

  test('nothing of the former person stays in sight while the next is looked at', async () => {
    await openGate({ 'checkin.scan': (_input, turn) => (turn === 0 ? ok(admittedOf()) : 'never') });
    type('one');
    await screen.findByTestId('verdict-in');
    type('two');
    expect(screen.queryByTestId('verdict-in')).toBeNull();
  });

  type Refusal = RefusedBy<'checkin.scan'>;
  const now = Date.now();
  const refusals: [Exclude<Refusal, { refusal: 'OFFLINE' | 'TIMEOUT' }>, string][] = [
    [{ ok: false, refusal: 'CODE_REFUSED', detail: { why: 'old' } }, '扫现在的码'],
    [{ ok: false, refusal: 'CODE_REFUSED', detail: { why: 'new' } }, '联网'],
    [{ ok: false, refusal: 'CODE_REFUSED', detail: { why: 'unknown' } }, '电子票'],
    [
      { ok: false, refusal: 'ELSEWHERE', detail: { title: '换书集市', sessionName: '上午场', startsAt: now } },
      '换书集市',
    ],
    [{ ok: false, refusal: 'NOT_CONFIRMED', detail: { state: 'waitlisted' } }, '还在候补'],
    [{ ok: false, refusal: 'NOT_CHECK_IN_TIME', detail: { opensAt: now + 1, closesAt: now + 2, now } }, '开始签到'],
    [{ ok: false, refusal: 'NOT_CHECK_IN_TIME', detail: { opensAt: now - 2, closesAt: now - 1, now } }, '签到结束了'],
    [{ ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } }, '名单'],
    [{ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['volunteer'] } }, '组织者'],
    [{ ok: false, refusal: 'INTERNAL', detail: { id: 'abcdefgh1234' } }, 'abcdefgh'],
  ];
  test.each(refusals)('%j says what helps', async (refused, words) => {
    await openGate({ 'checkin.scan': () => refused });
    type('one');
    expect((await screen.findByTestId(`refused-${refused.refusal}`)).textContent).toContain(words);
  });

  test('without a network it says so; who came in stays in the list, and the same code goes out again', async () => {
    const calls = await openGate({ 'checkin.scan': () => ok(admittedOf()) });
    type('one');
    await screen.findByTestId('verdict-in');
    goOffline();
    type('two');
    expect((await screen.findByTestId('refused-OFFLINE')).textContent).toContain('验票暂时要联网');
    expect(screen.getByTestId('recent-reg1')).toBeTruthy();
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    fireEvent.click(screen.getByTestId('again'));
    await screen.findByTestId('verdict-in');
    const codes = sent(calls, 'checkin.scan').map(({ input }) => input);
    expect(codes).toEqual([
      { ...OF, code: 'one' },
      { ...OF, code: 'two' },
    ]);
  });
});

describe('taking it back', () => {
  const open = async (reply: NonNullable<Replies['checkin.undo']>) => {
    const calls = await openGate({ 'checkin.scan': () => ok(admittedOf()), 'checkin.undo': reply });
    type('one');
    fireEvent.click(await screen.findByTestId('recent-reg1'));
    return calls;
  };

  test('asks for a reason first, then once; who was let in is no longer shown as that', async () => {
    const calls = await open(() => ok(attendeeOf()));
    fireEvent.click(screen.getByTestId('confirm-undo'));
    expect(screen.getByText('选一个原因，或者自己写')).toBeTruthy();
    fireEvent.click(screen.getByText('扫错了人'));
    fireEvent.click(screen.getByTestId('confirm-undo'));
    fireEvent.click(screen.getByTestId('confirm-undo'));
    expect(await screen.findByText('已撤销')).toBeTruthy();
    expect(screen.queryByTestId('undo-sheet')).toBeNull();
    expect(screen.queryByTestId('verdict-in')).toBeNull();
    expect(sent(calls, 'checkin.undo').map(({ input }) => input)).toEqual([
      { registrationId: 'reg1', reason: '扫错了人' },
    ]);
  });

  test('own words count more than a chosen reason', async () => {
    const calls = await open(() => ok(attendeeOf()));
    fireEvent.click(screen.getByText('扫错了人'));
    fireEvent.change(screen.getByTestId('undo-reason'), { target: { value: ' 同名 ' } });
    fireEvent.click(screen.getByTestId('confirm-undo'));
    await waitFor(() =>
      expect(sent(calls, 'checkin.undo')[0]?.input).toEqual({ registrationId: 'reg1', reason: '同名' }),
    );
  });

  test('a refusal stays in the sheet and says why', async () => {
    await open(() => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }));
    fireEvent.click(screen.getByText('扫错了人'));
    fireEvent.click(screen.getByTestId('confirm-undo'));
    expect((await screen.findByTestId('refused-FORBIDDEN')).textContent).toContain('没有撤销');
  });
});
