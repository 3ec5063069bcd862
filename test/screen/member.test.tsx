import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Join } from '../../src/features/member/join';
import { MePanel } from '../../src/features/member/me';
import { Profile } from '../../src/features/member/profile';
import { Page } from '../../src/shell/page';
import { PRIVACY_NOTICE } from '../../types/vocabulary';
import { comeBack, toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { meOf } from './samples';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const visitor = { status: 'visitor' as const, grants: [], now: Date.now() };
const unit = { id: 'e1', name: '禾芩生物制药' };

describe('how I stand', () => {
  test('a visitor is told what joining gives and how', async () => {
    serve({ 'member.me': () => ok(visitor) });
    render(<MePanel />);
    await screen.findByTestId('me-visitor');
    fireEvent.click(screen.getByTestId('join'));
    expect(visited).toEqual(['/packages/member/pages/join/index']);
    expect(screen.queryByTestId('profile')).toBeNull();
  });

  test('who was declined reads why and can ask again', async () => {
    serve({ 'member.me': () => ok(meOf({ status: 'declined', reason: '名单上没有这个名字' })) });
    render(<MePanel />);
    expect(await screen.findByText(/名单上没有这个名字/)).toBeTruthy();
    expect(screen.getByText('重新申请')).toBeTruthy();
  });

  test('who waits is told what happens next', async () => {
    serve({ 'member.me': () => ok(meOf({ status: 'pending' })) });
    render(<MePanel />);
    expect(await screen.findByText('入会申请审核中')).toBeTruthy();
  });

  test('without a network everything that needs none can still be opened', async () => {
    goOffline();
    serve({ 'member.me': () => ok(visitor) });
    render(<MePanel />);
    await screen.findByTestId('refused-OFFLINE');
    expect(screen.getByTestId('registrations')).toBeTruthy();
  });
});

test('a visitor has no profile yet and is told so', async () => {
  serve({ 'member.me': () => ok(visitor) });
  render(<Profile />);
  expect(await screen.findByTestId('not-member')).toBeTruthy();
});

test('leaving asks first, says what goes, and is one command', async () => {
  const calls = serve({ 'member.me': () => ok(meOf()), 'member.leave': () => ok({ left: true, cancelled: 0 }) });
  render(<Profile />);
  fireEvent.click(await screen.findByTestId('leave'));
  expect(screen.getByText(/注销后不能恢复/)).toBeTruthy();
  expect(sent(calls, 'member.leave')).toHaveLength(0);
  fireEvent.click(screen.getByTestId('confirm-leave'));
  await screen.findByTestId('leave');
  expect(sent(calls, 'member.leave')).toHaveLength(1);
});

test('that one has left is said by the page that one comes to: a page that goes takes its words with it', async () => {
  serve({ 'member.me': () => ok(meOf()), 'member.leave': () => ok({ left: true }) });
  render(
    <Page title="我的">
      <Profile />
    </Page>,
  );
  fireEvent.click(await screen.findByTestId('leave'));
  fireEvent.click(screen.getByTestId('confirm-leave'));
  await waitFor(() => expect(visited).toContain('/pages/me/index'));
  expect(toasts).toEqual([]);
  comeBack();
  comeBack();
  expect(toasts).toEqual(['已注销']);
});

describe('joining', () => {
  const fill = async (replies: Replies) => {
    const calls = serve({ 'member.enterprises': () => ok({ items: [unit] }), ...replies });
    render(<Join />);
    await agree();
    fireEvent.change(screen.getByTestId('name'), { target: { value: ' 林晓禾 ' } });
    givePhone();
    fireEvent.click(screen.getByTestId('enterprise'));
    fireEvent.click(await screen.findByText(unit.name));
    fireEvent.click(screen.getByText('单位职工'));
    fireEvent.click(screen.getByTestId('submit-join'));
    return calls;
  };
  const agree = async (): Promise<void> => {
    fireEvent.click(screen.getByTestId('agree'));
    await waitFor(() => expect(screen.queryByTestId('privacy-sheet')).toBeNull());
  };
  const givePhone = (): void => {
    fireEvent.click(screen.getByTestId('phone'));
    fireEvent.change(screen.getByTestId('phone-number'), { target: { value: '13800001234' } });
    fireEvent.click(screen.getByTestId('phone-confirm'));
  };

  test('the privacy notice comes before the first personal datum; who says no goes back', () => {
    serve({});
    render(<Join />);
    expect(screen.getByTestId('privacy-sheet')).toBeTruthy();
    fireEvent.click(screen.getByText('不同意，先逛逛'));
    expect(visited).toEqual(['back']);
  });

  test('nothing is sent while something is missing, and each missing thing is named', async () => {
    const calls = serve({});
    render(<Join />);
    await agree();
    fireEvent.click(screen.getByTestId('submit-join'));
    for (const words of ['请填写姓名', '点一下获取手机号', '请选择单位', '请选一项']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(calls).toHaveLength(0);
  });

  test('who is on the roster is welcomed at once; consent names the version that was read', async () => {
    const calls = await fill({ 'member.join': () => ok(meOf()) });
    expect(await screen.findByTestId('joined')).toBeTruthy();
    expect(sent(calls, 'member.join').map(({ input }) => input)).toEqual([
      {
        name: '林晓禾',
        phoneCode: 'phone-13800001234',
        enterpriseId: 'e1',
        employment: 'employee',
        consent: { notice: PRIVACY_NOTICE },
      },
    ]);
  });

  test('who is not on the roster is told that staff look into it', async () => {
    await fill({ 'member.join': () => ok(meOf({ status: 'pending' })) });
    expect(await screen.findByTestId('waiting')).toBeTruthy();
  });

  test('a phone that somebody else has is refused with somebody to ask, and the used code is asked for again', async () => {
    await fill({ 'member.join': () => ({ ok: false, refusal: 'PHONE_TAKEN', detail: {} }) });
    expect(await screen.findByTestId('refused-PHONE_TAKEN')).toBeTruthy();
    expect(screen.getByText('联系工会工作人员')).toBeTruthy();
    expect(screen.getByText('一键获取手机号')).toBeTruthy();
  });

  test('the number shown is masked', async () => {
    await fill({ 'member.join': () => 'never' });
    expect(screen.getByText('138****1234')).toBeTruthy();
  });
});
