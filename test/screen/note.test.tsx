import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NoteDesk } from '../../src/features/desk/note-desk';
import { useLikes } from '../../src/features/feed/likes';
import { NotePage } from '../../src/features/feed/note-page';
import type { MemberStatus } from '../../types/vocabulary';
import { toasts, visited } from '../support/taro';
import { commentOf, noteOf, wholeNoteOf } from './feed-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

beforeEach(() => {
  freshPhone();
  useLikes.setState({ tapped: {}, refused: {} });
});

async function open(replies: Replies = {}, status: MemberStatus = 'active') {
  const calls = serve({ 'reading.note': () => ok(wholeNoteOf()), ...replies });
  render(<NotePage id="n1" status={status} />);
  await screen.findByTestId('note-page');
  return calls;
}

describe('a note', () => {
  test('is shown whole, with what was said to it', async () => {
    await open();
    const text = screen.getByTestId('note-page').textContent ?? '';
    for (const words of ['王同事', '家珍', '《活着》 余华', '评论 1', '李同事', '云岭诊断', '我也是']) {
      expect(text).toContain(words);
    }
  });

  test('that was taken back says so; without a network that is said', async () => {
    serve({ 'reading.note': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'note' } }) });
    render(<NotePage id="n1" status="active" />);
    expect(screen.getByTestId('skeleton')).toBeTruthy();
    expect(await screen.findByText('这条随感找不到了')).toBeTruthy();
    freshPhone();
    goOffline();
    render(<NotePage id="n1" status="active" />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });

  const others: [MemberStatus, string, boolean][] = [
    ['visitor', '加入工会，一起聊', false],
    ['pending', '入会审核中，通过后可以评论', true],
  ];
  test.each(others)('%s has another thing to do than to comment', async (status, words, off) => {
    await open({}, status);
    const button = screen.getByText(words).closest('button');
    expect(button?.disabled).toBe(off);
    if (!off) {
      press('join');
      expect(visited).toEqual(['/packages/member/pages/join/index']);
    }
  });
});

describe('a comment', () => {
  test('is written, and its author sees that it is looked at', async () => {
    const own = commentOf({ id: 'c2', author: '张同事', text: '想再读一遍', mine: true, state: 'pending' });
    const calls = await open({
      'reading.note': (_input, turn) => ok(wholeNoteOf(turn === 0 ? {} : { said: [commentOf(), own] })),
      'reading.comment': () => ok(own),
    });
    press('say');
    press('send-comment');
    expect(screen.getByText('先写几个字')).toBeTruthy();
    type('comment-text', ' 想再读一遍 ');
    press('send-comment');
    expect((await screen.findByTestId('comment-c2')).textContent).toContain('审核中');
    expect(sent(calls, 'reading.comment').map(({ input }) => input)).toEqual([{ noteId: 'n1', text: '想再读一遍' }]);
    expect(toasts).toEqual(['发出去了，审核后同事看得到']);
    expect(screen.queryByTestId('say-sheet')).toBeNull();
  });

  test('that was not sent is still there when the sheet comes up again', async () => {
    await open();
    press('say');
    type('comment-text', '写到一半');
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    press('say');
    expect(screen.getByTestId('comment-text')).toHaveProperty('value', '写到一半');
  });

  test('of somebody without a name leads to choosing one', async () => {
    await open({ 'reading.comment': () => ({ ok: false, refusal: 'NO_NAME', detail: {} }) });
    press('say');
    type('comment-text', '好');
    press('send-comment');
    await screen.findByTestId('refused-NO_NAME');
    press('choose-name');
    expect(visited).toEqual(['/packages/reading/pages/settings/index']);
  });

  test('too many in an hour says when one may go on', async () => {
    const until = Date.now() + 1_800_000;
    await open({ 'reading.comment': () => ({ ok: false, refusal: 'TOO_MANY', detail: { most: 20, until } }) });
    press('say');
    type('comment-text', '好');
    press('send-comment');
    expect((await screen.findByTestId('refused-TOO_MANY')).textContent).toContain('后可以继续');
  });

  test('whose answer stayed out goes out again under the same id', async () => {
    const own = commentOf({ id: 'c2', mine: true, state: 'pending' });
    const calls = await open({ 'reading.comment': (_input, turn) => (turn < 3 ? 'lost' : ok(own)) });
    press('say');
    type('comment-text', '好');
    press('send-comment');
    await waitFor(() => expect(screen.getByTestId('send-comment').textContent).toBe('再试一次'), { timeout: 4_000 });
    press('send-comment');
    await waitFor(() => expect(screen.queryByTestId('say-sheet')).toBeNull());
    expect(new Set(sent(calls, 'reading.comment').map(({ requestId }) => requestId)).size).toBe(1);
  });

  test('of one’s own is removed after a second yes; others’ cannot be', async () => {
    const own = commentOf({ id: 'c2', mine: true, state: 'passed' });
    const calls = await open({
      'reading.note': (_input, turn) => ok(wholeNoteOf({ said: turn === 0 ? [commentOf(), own] : [commentOf()] })),
      'reading.removeComment': () => ok({}),
    });
    expect(screen.queryByTestId('remove-c1')).toBeNull();
    press('remove-c2');
    expect(sent(calls, 'reading.removeComment')).toHaveLength(0);
    press('confirm-remove');
    await waitFor(() => expect(screen.queryByTestId('comment-c2')).toBeNull());
    expect(sent(calls, 'reading.removeComment').map(({ input }) => input)).toEqual([{ noteId: 'n1', commentId: 'c2' }]);
  });

  test('that was refused says so to its author', async () => {
    const own = commentOf({ id: 'c2', mine: true, state: 'rejected' });
    await open({ 'reading.note': () => ok(wholeNoteOf({ said: [own] })) });
    expect(screen.getByTestId('comment-c2').textContent).toContain('没有通过审核');
  });
});

describe('a report', () => {
  test('wants a reason, and says that it arrived', async () => {
    const calls = await open({ 'reading.report': () => ok({ reported: true }) });
    press('report-c1');
    press('send-report');
    expect(screen.getByText('先选一个原因')).toBeTruthy();
    fireEvent.click(screen.getByText('广告或推销'));
    press('send-report');
    await waitFor(() => expect(toasts).toEqual(['收到，工作人员会看']));
    expect(sent(calls, 'reading.report').map(({ input }) => input)).toEqual([
      { noteId: 'n1', commentId: 'c1', reason: '广告或推销' },
    ]);
  });

  test('takes own words; one’s own note cannot be reported', async () => {
    const calls = await open({ 'reading.report': () => ok({ reported: true }) });
    press('report-note');
    fireEvent.click(screen.getByText('别的原因'));
    press('send-report');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('reason', '照片里有别人的工牌');
    press('send-report');
    await waitFor(() =>
      expect(sent(calls, 'reading.report').map(({ input }) => input)).toEqual([
        { noteId: 'n1', reason: '照片里有别人的工牌' },
      ]),
    );
    freshPhone();
    await open({ 'reading.note': () => ok(wholeNoteOf({ mine: true })) });
    expect(screen.queryByTestId('report-note')).toBeNull();
  });
});

describe('what organizers do with a note', () => {
  test('it is put forward, and taken back', async () => {
    const calls = serve({ 'reading.feature': ({ featured }) => ok({ featured }) });
    render(<NoteDesk note={noteOf()} />);
    press('feature');
    await waitFor(() => expect(toasts).toEqual(['放进精选了']));
    expect(sent(calls, 'reading.feature').map(({ input }) => input)).toEqual([{ noteId: 'n1', featured: true }]);
  });

  test('the check-in is taken away with a reason that its author reads', async () => {
    const calls = serve({ 'reading.takeAway': () => ok({ day: '2026-11-26' }) });
    render(<NoteDesk note={noteOf()} />);
    press('take-away');
    press('reason-yes');
    expect(sent(calls, 'reading.takeAway')).toHaveLength(0);
    type('reason', '照片不是书');
    press('reason-yes');
    await waitFor(() => expect(visited).toEqual(['back']));
    expect(sent(calls, 'reading.takeAway').map(({ input }) => input)).toEqual([
      { checkInId: 'n1', reason: '照片不是书' },
    ]);
  });

  test('is there for organizers alone', async () => {
    serve({ 'reading.note': () => ok(wholeNoteOf()) });
    render(<NotePage id="n1" status="active" organizers={(note) => <NoteDesk note={note} />} />);
    expect(await screen.findByTestId('note-desk')).toBeTruthy();
    freshPhone();
    await open();
    expect(screen.queryByTestId('note-desk')).toBeNull();
  });
});
