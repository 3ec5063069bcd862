import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { outdate } from '../../src/cloud/answers';
import { AfterCells } from '../../src/features/afterwards/after-cells';
import { AlbumPage } from '../../src/features/afterwards/album';
import { Feedback } from '../../src/features/afterwards/feedback';
import { Result } from '../../src/features/afterwards/result';
import type { Album, FeedbackResult, MyFeedback } from '../../types/contract';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const HOUR = 3_600_000;
const mineOf = (changes: Partial<MyFeedback> = {}): MyFeedback => {
  const now = Date.now();
  return { title: '音乐节', opensAt: now - HOUR, closesAt: now + 24 * HOUR, now, ...changes };
};
const albumOf = (changes: Partial<Album> = {}): Album => ({
  ...{ title: '音乐节', photos: [{ id: 'p1', url: 'http://x/p1' }], decides: false },
  ...{ seenUntil: Date.now() + HOUR, now: Date.now() },
  ...changes,
});
const resultOf = (changes: Partial<FeedbackResult> = {}): FeedbackResult => ({
  ...{ title: '音乐节', came: 9, answers: 4, least: 5, now: Date.now() },
  ...changes,
});
const notThere = () => ({ ok: false, refusal: 'NOT_THERE', detail: {} }) as const;

function show(what: JSX.Element, replies: Replies) {
  cleanup();
  const calls = serve(replies);
  render(what);
  return calls;
}

test('stars and a word are asked for before anything is sent, and both go out with the sentence', async () => {
  const calls = show(<Feedback id="gala" />, {
    'afterwards.feedback': () => ok(mineOf()),
    'afterwards.answer': (input) => ok(input),
  });
  fireEvent.click(await screen.findByTestId('send'));
  expect(screen.getByText('点一颗星')).toBeTruthy();
  expect(sent(calls, 'afterwards.answer')).toEqual([]);
  fireEvent.click(screen.getByTestId('star-4'));
  fireEvent.click(screen.getByText('会再来'));
  fireEvent.change(screen.getByTestId('words'), { target: { value: '歌很好' } });
  await act(async () => fireEvent.click(screen.getByTestId('send')));
  const [call] = sent(calls, 'afterwards.answer');
  expect(call?.input).toEqual({ activityId: 'gala', stars: 4, again: 'yes', words: '歌很好' });
});

test('before the end, too late, absent and offline each have their screen', async () => {
  const early = mineOf({ opensAt: Date.now() + HOUR });
  show(<Feedback id="a" />, { 'afterwards.feedback': () => ok(early) });
  expect(await screen.findByTestId('early')).toBeTruthy();
  const over = { opensAt: Date.now() - 30 * HOUR, closesAt: Date.now() - HOUR };
  show(<Feedback id="b" />, { 'afterwards.feedback': () => ok(mineOf(over)) });
  expect(await screen.findByTestId('too-late')).toBeTruthy();
  const said = { stars: 5, again: 'maybe' as const, words: '好' };
  show(<Feedback id="c" />, { 'afterwards.feedback': () => ok(mineOf({ ...over, mine: said })) });
  expect((await screen.findByTestId('said')).textContent).toContain('特别好');
  show(<Feedback id="d" />, { 'afterwards.feedback': notThere });
  expect((await screen.findByTestId('refused-NOT_THERE')).textContent).toContain('没有查到你的到场记录');
  goOffline();
  show(<Feedback id="e" />, { 'afterwards.feedback': () => 'lost' });
  expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
});

test('who was absent sees nothing of it; who was there, the first photos and the question', async () => {
  show(<AfterCells id="gala" />, { 'afterwards.feedback': notThere, 'afterwards.album': notThere });
  await act(async () => undefined);
  expect(document.body.textContent).toBe('');
  const photos = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, url: `http://x/${id}` }));
  show(<AfterCells id="walk" />, {
    'afterwards.feedback': () => ok(mineOf()),
    'afterwards.album': () => ok(albumOf({ photos })),
  });
  expect((await screen.findByTestId('all-photos')).textContent).toBe('看全部 4 张照片');
  expect(screen.getAllByTestId('photo')).toHaveLength(3);
  fireEvent.click(await screen.findByTestId('feedback'));
  expect(visited).toEqual(['/packages/afterwards/pages/feedback/index?id=walk']);
});

describe('the addresses of photos', () => {
  afterEach(() => jest.useRealTimers());
  const addressNow = () => screen.getByTestId('photo').getAttribute('src');
  const replies = (): Replies => ({
    'afterwards.album': () => {
      const url = `http://x/p1?until=${Date.now() + HOUR}`;
      return ok(albumOf({ photos: [{ id: 'p1', url }], seenUntil: Date.now() + HOUR, now: Date.now() }));
    },
  });

  test('are asked for anew when they end while one looks, once', async () => {
    jest.useFakeTimers();
    const calls = show(<AlbumPage id="gala" />, replies());
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    const before = addressNow();
    await act(async () => jest.advanceTimersByTimeAsync(HOUR - 60_000));
    expect(sent(calls, 'afterwards.album')).toHaveLength(1);
    for (let step = 0; step < 12; step++) await act(async () => jest.advanceTimersByTimeAsync(16_000));
    expect(sent(calls, 'afterwards.album')).toHaveLength(2);
    expect(addressNow()).not.toBe(before);
  });

  test('stay as they are as long as they hold, however often the album is asked for', async () => {
    jest.useFakeTimers();
    const calls = show(<AlbumPage id="gala" />, replies());
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    const before = addressNow();
    act(() => outdate('afterwards.album'));
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    expect(sent(calls, 'afterwards.album')).toHaveLength(2);
    expect(addressNow()).toBe(before);
    await act(async () => jest.advanceTimersByTimeAsync(HOUR));
    await act(async () => jest.advanceTimersByTimeAsync(16_000));
    expect(addressNow()).not.toBe(before);
  });

  test('of an earlier look that have ended are not shown, and without a network their places say so', async () => {
    jest.useFakeTimers();
    show(<AlbumPage id="gala" />, replies());
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    cleanup();
    await act(async () => jest.advanceTimersByTimeAsync(HOUR + 1_000));
    goOffline();
    show(<AlbumPage id="gala" />, { 'afterwards.album': () => 'lost' });
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    expect(screen.queryByTestId('photo')).toBeNull();
    expect(screen.getByText('读不到')).toBeTruthy();
  });
});

test('one press asks for a photo to go; organizers keep it, or delete it after a second thought', async () => {
  const asked = show(<AlbumPage id="gala" />, {
    'afterwards.album': () => ok(albumOf()),
    'afterwards.hidePhoto': (input) => ok(input),
  });
  const hide = await screen.findByTestId('hide-p1');
  await act(async () => fireEvent.click(hide));
  expect(sent(asked, 'afterwards.hidePhoto').map(({ input }) => input)).toEqual([
    { activityId: 'gala', photoId: 'p1' },
  ]);
  const photos = [{ id: 'p9', url: 'http://x/p9', hidden: true as const }];
  const calls = show(<AlbumPage id="walk" />, {
    'afterwards.album': () => ok(albumOf({ photos, decides: true, folder: 'album/x' })),
    'afterwards.decidePhoto': (input) => ok(input),
  });
  expect(await screen.findByText(/1 张等你决定/)).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByTestId('keep-p9')));
  fireEvent.click(screen.getByTestId('remove-p9'));
  expect(sent(calls, 'afterwards.decidePhoto')).toHaveLength(1);
  await act(async () => fireEvent.click(screen.getByTestId('remove')));
  expect(sent(calls, 'afterwards.decidePhoto').map(({ input }) => input)).toEqual([
    { activityId: 'walk', photoId: 'p9', decision: 'keep' },
    { activityId: 'walk', photoId: 'p9', decision: 'remove' },
  ]);
});

test('an album without photos says so to guests and to staff', async () => {
  show(<AlbumPage id="gala" />, { 'afterwards.album': () => ok(albumOf({ photos: [] })) });
  expect((await screen.findByTestId('empty')).textContent).toContain('组织者放上来以后');
  expect(screen.queryByTestId('add-photos')).toBeNull();
});

test('with too few answers the result says how many there are, and from when it shows more', async () => {
  show(<Result id="gala" />, { 'afterwards.result': () => ok(resultOf()) });
  expect((await screen.findByTestId('answered')).textContent).toBe('9 人到场，4 人回答了');
  expect(screen.getByTestId('few').textContent).toContain('满 5 份');
  expect(screen.queryByTestId('counts')).toBeNull();
});

test('the result shows counts, the average, and sentences, those behind the first on asking', async () => {
  const counts = { stars: [0, 0, 1, 2, 3], again: { yes: 4, maybe: 1, no: 1 }, average: 43 };
  const page = (cursor?: string): FeedbackResult =>
    resultOf({ answers: 6, counts, words: cursor === undefined ? { items: ['甲'], next: 'n' } : { items: ['乙'] } });
  const calls = show(<Result id="gala" />, { 'afterwards.result': ({ cursor }) => ok(page(cursor)) });
  expect((await screen.findByTestId('average')).textContent).toBe('4.3');
  expect(screen.getByTestId('stars-5').textContent).toContain('3 人 · 50%');
  expect(screen.getByTestId('again-no').textContent).toContain('1 人 · 17%');
  await act(async () => fireEvent.click(screen.getByTestId('more')));
  expect(screen.getByTestId('sentences').textContent).toContain('乙');
  expect(screen.queryByTestId('more')).toBeNull();
  expect(sent(calls, 'afterwards.result').map(({ input }) => input)).toEqual([
    { activityId: 'gala' },
    { activityId: 'gala', cursor: 'n' },
  ]);
});
