import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Moderation } from '../../src/features/desk/moderation';
import { Shelf } from '../../src/features/desk/shelf';
import { toasts, visited } from '../support/taro';
import { queuedOf } from './feed-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

beforeEach(freshPhone);

describe('what waits for a human', () => {
  const two = [queuedOf(), queuedOf({ noteId: 'n2', commentId: 'c2', text: '写得真好', reports: ['广告', '广告'] })];

  async function open(replies: Replies) {
    const calls = serve(replies);
    render(<Moderation />);
    await screen.findByTestId('moderation');
    return calls;
  }

  test('comes one at a time; when one has passed the next is there by itself', async () => {
    const calls = await open({
      'reading.queue': () => ok({ items: two, now: Date.now() }),
      'reading.judge': () => ok({ state: 'passed' }),
    });
    expect(screen.getByTestId('queued-n1').textContent).toContain('机器拿不准');
    expect(screen.getByTestId('waiting').textContent).toBe('还有 2 条');
    expect(screen.queryByTestId('queued-c2')).toBeNull();
    press('pass');
    const next = await screen.findByTestId('queued-c2');
    expect(next.textContent).toContain('2 人举报');
    expect(screen.getByTestId('reports').textContent).toBe('广告2 人');
    press('pass');
    expect(await screen.findByText('都看完了')).toBeTruthy();
    expect(sent(calls, 'reading.judge').map(({ input }) => input)).toEqual([
      { noteId: 'n1', wording: 2, verdict: 'pass' },
      { noteId: 'n2', commentId: 'c2', wording: 2, verdict: 'pass' },
    ]);
  });

  test('is kept back with a reason that its author reads', async () => {
    const calls = await open({
      'reading.queue': () => ok({ items: two, now: Date.now() }),
      'reading.judge': () => ok({ state: 'rejected' }),
    });
    press('hide');
    press('reason-yes');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('reason', '有联系方式');
    press('reason-yes');
    await screen.findByTestId('queued-c2');
    expect(screen.queryByTestId('reason-sheet')).toBeNull();
    expect(sent(calls, 'reading.judge').map(({ input }) => input)).toEqual([
      { noteId: 'n1', wording: 2, verdict: 'reject', reason: '有联系方式' },
    ]);
  });

  test('more are asked for before the last one is done with', async () => {
    const calls = await open({
      'reading.queue': ({ cursor }) =>
        ok(
          cursor === undefined
            ? { items: [queuedOf()], next: 'k1', now: 1 }
            : { items: [queuedOf({ noteId: 'n9' })], now: 1 },
        ),
      'reading.judge': () => ok({ state: 'passed' }),
    });
    expect(screen.getByTestId('waiting').textContent).toBe('还有 1+ 条');
    press('pass');
    await screen.findByTestId('queued-n9');
    expect(sent(calls, 'reading.queue').map(({ input }) => input)).toEqual([{}, { cursor: 'k1' }]);
  });

  test('what its author changed meanwhile is passed over, and stands there anew', async () => {
    await open({
      'reading.queue': (_input, turn) => ok({ items: [queuedOf({ wording: turn === 0 ? 2 : 3 })], now: Date.now() }),
      'reading.judge': () => ({ ok: false, refusal: 'CHANGED', detail: {} }),
    });
    press('pass');
    await waitFor(() => expect(toasts).toEqual(['作者刚改过或收回了，看下一条']));
    expect(await screen.findByTestId('queued-n1')).toBeTruthy();
  });

  test('without a network it stays where it is, and goes out again under the same id', async () => {
    const calls = await open({
      'reading.queue': () => ok({ items: two, now: Date.now() }),
      'reading.judge': (_input, turn) => (turn < 3 ? 'lost' : ok({ state: 'passed' })),
    });
    press('pass');
    await waitFor(() => expect(screen.getByTestId('pass').textContent).toBe('再试一次'), { timeout: 4_000 });
    expect(screen.getByTestId('queued-n1')).toBeTruthy();
    press('pass');
    await screen.findByTestId('queued-c2');
    expect(new Set(sent(calls, 'reading.judge').map(({ requestId }) => requestId)).size).toBe(1);
  });

  test('what was skipped is there again when one looks again', async () => {
    await open({ 'reading.queue': () => ok({ items: [queuedOf()], now: Date.now() }) });
    press('skip');
    expect(await screen.findByText('还有 1 条跳过的')).toBeTruthy();
    press('look-again');
    expect(await screen.findByTestId('queued-n1')).toBeTruthy();
  });

  test('a comment leads to the note that it stands under; photos say that there are some', async () => {
    await open({
      'reading.queue': () => ok({ items: [queuedOf({ commentId: 'c1', photos: ['/a.jpg'] })], now: Date.now() }),
    });
    expect(screen.getByText('有照片，要人看一眼')).toBeTruthy();
    expect(screen.getByTestId('photo')).toBeTruthy();
    press('see-note');
    expect(visited).toEqual(['/packages/reading/pages/note/index?id=n1']);
  });

  test('the name of a team is judged as such', async () => {
    const { noteId: _note, ...rest } = queuedOf({ teamId: 't1', author: '', enterpriseName: '', text: '药谷书虫' });
    const calls = await open({
      'reading.queue': () => ok({ items: [rest], now: Date.now() }),
      'reading.judge': () => ok({ state: 'rejected' }),
    });
    expect(screen.getByTestId('queued-t1').textContent).toContain('队名');
    press('hide');
    expect(screen.getByText('不放出“药谷书虫”这个队名')).toBeTruthy();
    type('reason', '像广告');
    press('reason-yes');
    await waitFor(() =>
      expect(sent(calls, 'reading.judge').map(({ input }) => input)).toEqual([
        { teamId: 't1', wording: 2, verdict: 'reject', reason: '像广告' },
      ]),
    );
  });

  test('without a network, or without the right, says so', async () => {
    goOffline();
    render(<Moderation />);
    await screen.findByTestId('refused-OFFLINE');
    freshPhone();
    serve({ 'reading.queue': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }) });
    render(<Moderation />);
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
  });
});

describe('the shelf', () => {
  const book = { id: '9787506365437', title: '活着', author: '余华', cover: 'cloud://env/cover.jpg' };

  test('takes a book by its ISBN, whose digits are checked before anything is sent', async () => {
    const calls = serve({ 'reading.shelf': () => ok({ items: [] }), 'reading.saveBook': () => ok(book) });
    render(<Shelf />);
    await screen.findByTestId('empty');
    press('new-book');
    type('book-isbn', '978-7-5063-6543-8');
    press('save-book');
    expect(screen.getByText('书号有一位不对，再核对一下')).toBeTruthy();
    expect(screen.getByText('请填写书名')).toBeTruthy();
    type('book-isbn', '978-7-5063-6543-7');
    type('book-title', '活着');
    press('save-book');
    await waitFor(() => expect(toasts).toEqual(['已保存']));
    expect(sent(calls, 'reading.saveBook').map(({ input }) => input)).toEqual([
      { book: { isbn: '978-7-5063-6543-7', title: '活着' } },
    ]);
  });

  test('a book that is changed keeps what the form does not show', async () => {
    const calls = serve({ 'reading.shelf': () => ok({ items: [book] }), 'reading.saveBook': () => ok(book) });
    render(<Shelf />);
    fireEvent.click(await screen.findByTestId(`book-${book.id}`));
    expect(screen.queryByTestId('book-isbn')).toBeNull();
    type('book-author', '余 华');
    press('save-book');
    await waitFor(() => expect(toasts).toEqual(['已保存']));
    expect(sent(calls, 'reading.saveBook').map(({ input }) => input)).toEqual([{ book: { ...book, author: '余 华' } }]);
  });

  test('is on its way, empty, or not to be had', async () => {
    serve({ 'reading.shelf': () => 'never' });
    const { unmount } = render(<Shelf />);
    expect(screen.getByTestId('skeleton')).toBeTruthy();
    unmount();
    freshPhone();
    goOffline();
    render(<Shelf />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});
