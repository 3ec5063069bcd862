import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { BookPage } from '../../src/features/feed/book-page';
import { Feed } from '../../src/features/feed/feed';
import { FeedSection } from '../../src/features/feed/feed-section';
import { useLikes } from '../../src/features/feed/likes';
import type { NoteCard } from '../../types/contract/reading-feed';
import { scrollToBottom, visited } from '../support/taro';
import { noteOf } from './feed-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const now = (): number => Date.now();
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const page = (items: NoteCard[], next?: string) => ok({ items, now: now(), ...(next !== undefined && { next }) });

beforeEach(() => {
  freshPhone();
  useLikes.setState({ tapped: {}, refused: {} });
});

async function show(replies: Replies, challengeId?: string) {
  const calls = serve(replies);
  render(<Feed challengeId={challengeId} />);
  await screen.findByTestId('notes');
  return calls;
}

describe('the feed', () => {
  test('shows who wrote, what was read and said, and leads to note and book', async () => {
    await show({ 'reading.feed': () => page([noteOf({ featured: true, mine: true })]) });
    const text = screen.getByTestId('note-n1').textContent ?? '';
    for (const words of ['王同事', '禾芩生物制药', '《活着》 余华', '35 分钟 · 20 页', '家珍', '精选', '我的']) {
      expect(text).toContain(words);
    }
    press('open-n1');
    press('book-9787506365437');
    expect(visited).toEqual([
      '/packages/reading/pages/note/index?id=n1',
      '/packages/reading/pages/book/index?id=9787506365437',
    ]);
  });

  test('a book that is named by its title alone leads nowhere', async () => {
    await show({ 'reading.feed': () => page([noteOf({ book: { title: '手抄本' } })]) });
    expect(screen.getByTestId('note-n1').textContent).toContain('《手抄本》');
    expect(screen.queryByTestId(/^book-/)).toBeNull();
  });

  test('goes on from where it ended, and says when there is no more', async () => {
    const calls = await show({
      'reading.feed': ({ cursor }) => (cursor === undefined ? page([noteOf()], 'k1') : page([noteOf({ id: 'n2' })])),
    });
    expect(screen.getByText('还有更多…')).toBeTruthy();
    act(scrollToBottom);
    await screen.findByTestId('note-n2');
    expect(screen.getByText('没有更多了')).toBeTruthy();
    expect(sent(calls, 'reading.feed').map(({ input }) => input)).toEqual([{}, { cursor: 'k1' }]);
  });

  test('of all, the featured can be looked at alone; of one challenge there is one list', async () => {
    const calls = await show({ 'reading.feed': ({ featured }) => page(featured ? [] : [noteOf()]) });
    fireEvent.click(screen.getByRole('button', { name: '精选' }));
    expect(await screen.findByText('还没有精选')).toBeTruthy();
    expect(sent(calls, 'reading.feed').map(({ input }) => input)).toEqual([{}, { featured: true }]);
    freshPhone();
    const ofOne = await show({ 'reading.feed': () => page([noteOf()]) }, 'winter');
    expect(screen.queryByRole('button', { name: '精选' })).toBeNull();
    expect(sent(ofOne, 'reading.feed').map(({ input }) => input)).toEqual([{ challengeId: 'winter' }]);
  });

  test('photos are fetched when they come near, and say which of how many they are', async () => {
    await show({ 'reading.feed': () => page([noteOf({ photos: ['/a.jpg', '/b.jpg'] })]) });
    const photos = screen.getAllByTestId('photo');
    expect(photos.map((each) => each.getAttribute('loading'))).toEqual(['lazy', 'lazy']);
    expect(photos.map((each) => each.getAttribute('alt'))).toEqual([
      '照片，共 2 张的第 1 张',
      '照片，共 2 张的第 2 张',
    ]);
  });

  test('on its way it has a shape; empty it says how one begins', async () => {
    serve({ 'reading.feed': () => page([]) });
    render(<Feed challengeId={undefined} />);
    expect(screen.getByTestId('skeleton')).toBeTruthy();
    expect(await screen.findByText('还没有人分享')).toBeTruthy();
  });

  test('without a network it says so, and asks again at a tap', async () => {
    goOffline();
    serve({ 'reading.feed': () => page([noteOf()]) });
    render(<Feed challengeId={undefined} />);
    await screen.findByTestId('refused-OFFLINE');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    press('again');
    expect(await screen.findByTestId('note-n1')).toBeTruthy();
  });

  test('a page that stayed out leaves those before it', async () => {
    await show({
      'reading.feed': ({ cursor }) =>
        cursor === undefined
          ? page([noteOf()], 'k1')
          : { ok: false, refusal: 'INTERNAL', detail: { id: '0123456789' } },
    });
    act(scrollToBottom);
    await screen.findByTestId('refused-INTERNAL');
    expect(screen.getByTestId('note-n1')).toBeTruthy();
  });
});

describe('a heart', () => {
  const heart = () => screen.getByTestId('like-n1');

  test('is felt before anybody answered, and stays', async () => {
    let answer: (() => void) | undefined;
    const calls = await show({
      'reading.feed': () => page([noteOf()]),
      'reading.like': () => ok({ liked: true, likes: 4 }),
    });
    const sending = globalThis.fetch;
    Object.assign(globalThis, {
      fetch: async (url: string, init: RequestInit) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return sending(url, init);
      },
    });
    press('like-n1');
    expect(heart().getAttribute('aria-pressed')).toBe('true');
    expect(heart().textContent).toBe('4');
    await waitFor(() => expect(answer).toBeDefined());
    await act(async () => answer?.());
    await waitFor(() => expect(sent(calls, 'reading.like')).toHaveLength(1));
    expect(heart().textContent).toBe('4');
  });

  test('is taken back when it is refused, and says why', async () => {
    await show({
      'reading.feed': () => page([noteOf()]),
      'reading.like': () => ({ ok: false, refusal: 'LIKES_FULL', detail: { most: 10_000 } }),
    });
    press('like-n1');
    expect(heart().textContent).toBe('4');
    await screen.findByTestId('refused-LIKES_FULL');
    expect(heart().getAttribute('aria-pressed')).toBe('false');
    expect(heart().textContent).toBe('3');
  });

  test('of who is no member leads to joining', async () => {
    await show({
      'reading.feed': () => page([noteOf()]),
      'reading.like': () => ({ ok: false, refusal: 'NOT_MEMBER', detail: {} }),
    });
    press('like-n1');
    fireEvent.click(await screen.findByText('去加入工会'));
    expect(visited).toEqual(['/packages/member/pages/join/index']);
  });

  test('without a network is taken back, and can be given again', async () => {
    await show({ 'reading.feed': () => page([noteOf()]), 'reading.like': () => ok({ liked: true, likes: 4 }) });
    goOffline();
    press('like-n1');
    await screen.findByTestId('refused-OFFLINE');
    expect(heart().textContent).toBe('3');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    press('again');
    await waitFor(() => expect(screen.queryByTestId('refused-OFFLINE')).toBeNull());
    expect(heart().textContent).toBe('4');
  });

  test('tapped twice quickly means the second, and the server hears it last', async () => {
    const calls = await show({
      'reading.feed': () => page([noteOf()]),
      'reading.like': ({ liked }) => ok({ liked, likes: liked ? 4 : 3 }),
    });
    press('like-n1');
    press('like-n1');
    expect(heart().textContent).toBe('3');
    await waitFor(() => expect(sent(calls, 'reading.like').at(-1)?.input).toEqual({ noteId: 'n1', liked: false }));
    expect(heart().getAttribute('aria-pressed')).toBe('false');
  });

  test('what the server says later counts more than what was tapped before', async () => {
    await show({
      'reading.feed': () => ok({ items: [noteOf({ likes: 9 })], now: now() + 60_000 }),
      'reading.like': () => ok({ liked: true, likes: 10 }),
    });
    act(() => useLikes.setState({ tapped: { n1: { liked: true, likes: 4, at: now() } } }));
    expect(heart().textContent).toBe('9');
  });
});

describe('the first notes, below something else', () => {
  test('are three, with the way to all', async () => {
    const items = ['n1', 'n2', 'n3', 'n4'].map((id) => noteOf({ id }));
    serve({ 'reading.feed': () => page(items) });
    render(<FeedSection challengeId="winter" />);
    await screen.findByTestId('note-n3');
    expect(screen.queryByTestId('note-n4')).toBeNull();
    press('all-notes');
    expect(visited).toEqual(['/packages/reading/pages/feed/index?id=winter']);
  });

  test('none yet, or none to be had, takes one line', async () => {
    serve({ 'reading.feed': () => page([]) });
    render(<FeedSection />);
    await screen.findByTestId('no-notes');
    expect(screen.queryByTestId('all-notes')).toBeNull();
    freshPhone();
    goOffline();
    render(<FeedSection />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

describe('a book', () => {
  const book = { id: 'b1', title: '活着', author: '余华', mine: true, now: now() };

  test('says who reads it, those who are seen by name, and what they wrote', async () => {
    const calls = serve({
      'reading.book': () => ok({ ...book, readers: { count: 12, names: ['王敏', '李同事'] } }),
      'reading.feed': () => page([noteOf()]),
    });
    render(<BookPage id="b1" />);
    expect((await screen.findByTestId('readers')).textContent).toBe('12 位同事读过，有王敏、李同事等');
    await screen.findByTestId('note-n1');
    expect(sent(calls, 'reading.feed').map(({ input }) => input)).toEqual([{ bookId: 'b1' }]);
    expect(screen.getByText('我读过')).toBeTruthy();
  });

  test('of which nobody wrote says how one would', async () => {
    serve({
      'reading.book': () => ok({ ...book, mine: false, readers: { count: 0, names: [] } }),
      'reading.feed': () => page([]),
    });
    render(<BookPage id="b1" />);
    await screen.findByTestId('empty');
    expect(screen.getByText('还没有同事读过')).toBeTruthy();
  });

  test('that is not there says so', async () => {
    serve({
      'reading.book': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'book' } }),
      'reading.feed': () => page([]),
    });
    render(<BookPage id="gone" />);
    expect(await screen.findByText('这本书找不到了')).toBeTruthy();
  });
});
