import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { shifted } from '../../domain/time/days';
import type { Lost, RefusedBy } from '../../src/cloud/call';
import { CheckIn } from '../../src/features/reading/check-in';
import { keptDraft } from '../../src/features/reading/drafts';
import type { ChallengeDetail } from '../../types/contract';
import { goAway, visited } from '../support/taro';
import { freshPhone } from './fresh';
import { challengeOf, checkedInOf, checkInViewOf, detailOf, standingOf, today, todayAnswer } from './reading-samples';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

async function open(change: Partial<ChallengeDetail> = {}, replies: Replies = {}) {
  const detail = detailOf(change);
  const { mine, rule } = detail;
  const calls = serve({
    'reading.today': () => ok(todayAnswer({ challenges: [{ ...challengeOf({ rule }), ...(mine && { mine }) }] })),
    'reading.challenge': () => ok(detail),
    'reading.checkIn': () => ok(checkedInOf()),
    ...replies,
  });
  const view = render(<CheckIn id="autumn" status="active" />);
  await screen.findByTestId('check-in-form');
  return { calls, view };
}

const todayOk = () => ok(todayAnswer());
const send = (): void => void fireEvent.click(screen.getByTestId('send'));
const inputs = (calls: Parameters<typeof sent>[0]) => sent(calls, 'reading.checkIn').map(({ input }) => input);

describe('checking in', () => {
  test('the second tap makes it: the last book and what the rule asks for stand there', async () => {
    const { calls } = await open();
    send();
    await screen.findByTestId('checked-in');
    expect(inputs(calls)).toEqual([
      {
        challengeId: 'autumn',
        book: { id: '9787506365437' },
        minutes: 20,
        pages: 0,
        note: '',
        shared: false,
        photos: [],
      },
    ]);
    expect(screen.getByTestId('streak').textContent).toBe('7');
    fireEvent.click(screen.getByTestId('back'));
    expect(visited).toEqual(['back']);
  });

  test('opened by its address it begins with the last book too, however late that is known', async () => {
    let tell: (answer: ReturnType<typeof todayOk>) => void = () => undefined;
    const late = new Promise<ReturnType<typeof todayOk>>((resolve) => {
      tell = resolve;
    });
    const calls = serve({ 'reading.today': () => late, 'reading.challenge': () => ok(detailOf()) });
    render(<CheckIn id="autumn" status="active" />);
    await waitFor(() => expect(sent(calls, 'reading.challenge')).toHaveLength(1));
    // What is asked about the challenge alone has arrived by then.
    await new Promise((resolve) => setTimeout(resolve, 50));
    tell(todayOk());
    expect((await screen.findByTestId('pick-book')).textContent).toContain('活着');
  });

  test('where today is not to be had it begins without a book', async () => {
    serve({ 'reading.today': () => 'lost', 'reading.challenge': () => ok(detailOf()) });
    render(<CheckIn id="autumn" status="active" />);
    expect((await screen.findByTestId('pick-book', {}, { timeout: 8_000 })).textContent).toContain('选一本');
  }, 12_000);

  test('next time the amount is the usual one', async () => {
    const first = await open();
    fireEvent.click(screen.getByRole('button', { name: '分钟加 5' }));
    send();
    await screen.findByTestId('checked-in');
    first.view.unmount();
    await open();
    expect(screen.getByTestId('minutes').textContent).toContain('25');
  });

  test('what today still lacks stands there where it was begun', async () => {
    const begun = { day: today(), minutes: 8, pages: 0, characters: 0, lacks: 12, counts: false };
    await open({ mine: standingOf({ today: begun }) });
    expect(screen.getByTestId('minutes').textContent).toContain('12');
  });

  test('a badge and a note that is looked at are told', async () => {
    const checkIn = checkInViewOf({ shared: true, state: 'pending' });
    await open({}, { 'reading.checkIn': () => ok(checkedInOf({ badges: ['days-7'], checkIn })) });
    send();
    expect((await screen.findByTestId('new-days-7')).textContent).toContain('七日');
    expect(screen.getByText('随感在审核，通过后大家能看到')).toBeTruthy();
  });

  test('nothing at all is not sent', async () => {
    const { calls } = await open({ rule: { kind: 'note', least: 20 } });
    send();
    expect((await screen.findByTestId('fault')).textContent).toBe('读了多久，或者写一句');
    expect(inputs(calls)).toEqual([]);
  });

  test('where a note is the rule, it says how long it should be and how long it is', async () => {
    await open({ rule: { kind: 'note', least: 20 } });
    fireEvent.change(screen.getByTestId('note'), { target: { value: '温柔的一章' } });
    expect(screen.getByTestId('check-in-form').textContent).toContain('至少 20 字 · 5 / 500');
  });

  test('a list of books is chosen from, and one has to', async () => {
    const books = [{ id: 'b1', title: '长安的荔枝' }];
    const { calls } = await open({ books });
    send();
    expect((await screen.findByTestId('fault')).textContent).toBe('从书单里选一本');
    fireEvent.click(screen.getByTestId('pick-book'));
    expect(screen.queryByTestId('book-search')).toBeNull();
    fireEvent.click(screen.getByTestId('book-b1'));
    send();
    await screen.findByTestId('checked-in');
    expect(inputs(calls)).toEqual([expect.objectContaining({ book: { id: 'b1' } })]);
  });
});

describe('the book', () => {
  async function search(text: string, items: { id?: string; title: string }[]) {
    const found = await open({}, { 'reading.findBooks': () => ok({ items }) });
    fireEvent.click(screen.getByTestId('pick-book'));
    fireEvent.change(screen.getByTestId('book-search'), { target: { value: text } });
    return found;
  }

  test('found by a word of its title', async () => {
    const { calls } = await search('三体', [{ id: '9787536692930', title: '三体' }]);
    fireEvent.click(await screen.findByTestId('book-9787536692930'));
    expect(screen.getByTestId('pick-book').textContent).toContain('三体');
    expect(sent(calls, 'reading.findBooks').map(({ input }) => input)).toEqual([{ text: '三体' }]);
  });

  test('by its title alone, where nobody has it', async () => {
    const { calls } = await search('奶奶的菜谱', []);
    fireEvent.click(await screen.findByTestId('title-alone'));
    send();
    await screen.findByTestId('checked-in');
    expect(inputs(calls)).toEqual([expect.objectContaining({ book: { title: '奶奶的菜谱' } })]);
  });

  test('by its number with hyphens, and its title where the shelf lacks it', async () => {
    const { calls } = await search('978-7-5063-6543-7', []);
    fireEvent.change(await screen.findByTestId('isbn-title'), { target: { value: '活着' } });
    fireEvent.click(screen.getByTestId('use-isbn'));
    send();
    await screen.findByTestId('checked-in');
    expect(inputs(calls)).toEqual([expect.objectContaining({ book: { isbn: '9787506365437', title: '活着' } })]);
    expect(sent(calls, 'reading.findBooks').map(({ input }) => input)).toEqual([{ text: '9787506365437' }]);
  });
});

describe('sharing', () => {
  const write = (): void => void fireEvent.change(screen.getByTestId('note'), { target: { value: '写得真好' } });

  test('asks for a name the first time, and shares then', async () => {
    const { calls } = await open({}, { 'reading.setSeenAs': ({ seenAs }) => ok({ seenAs }) });
    fireEvent.click(screen.getByTestId('share'));
    expect(screen.queryByTestId('name-sheet')).toBeNull();
    write();
    fireEvent.click(screen.getByTestId('share'));
    fireEvent.click(screen.getByRole('button', { name: /只显示姓/ }));
    fireEvent.click(screen.getByTestId('name-done'));
    await waitFor(() => expect(screen.queryByTestId('name-sheet')).toBeNull());
    send();
    await screen.findByTestId('checked-in');
    expect(inputs(calls)).toEqual([expect.objectContaining({ note: '写得真好', shared: true })]);
    expect(sent(calls, 'reading.setSeenAs').map(({ input }) => input)).toEqual([{ seenAs: 'surname' }]);
  });

  test('whoever has a name is not asked', async () => {
    await open({ seenAs: 'name' });
    write();
    fireEvent.click(screen.getByTestId('share'));
    expect(screen.queryByTestId('name-sheet')).toBeNull();
    expect(screen.getByTestId('share').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a draft', () => {
  test('survives closing, and goes with the check-in', async () => {
    const { view } = await open();
    fireEvent.change(screen.getByTestId('note'), { target: { value: '才写了一半' } });
    view.unmount();
    await open();
    expect(screen.getByTestId('note')).toHaveProperty('value', '才写了一半');
    send();
    await screen.findByTestId('checked-in');
    expect(keptDraft('autumn')).toBeUndefined();
  });

  test('is written down when the page goes out of sight', async () => {
    await open();
    fireEvent.change(screen.getByTestId('note'), { target: { value: '接个电话' } });
    goAway();
    expect(keptDraft('autumn')?.note).toBe('接个电话');
  });

  test('what was only opened is no draft', async () => {
    const { view } = await open();
    view.unmount();
    expect(keptDraft('autumn')).toBeUndefined();
  });

  test('comes back after a refusal', async () => {
    await open({}, { 'reading.checkIn': () => ({ ok: false, refusal: 'NOT_ON_LIST', detail: {} }) });
    fireEvent.change(screen.getByTestId('note'), { target: { value: '留着它' } });
    send();
    await screen.findByTestId('refused-NOT_ON_LIST');
    expect(keptDraft('autumn')?.note).toBe('留着它');
  });
});

describe('what stands in the way', () => {
  type Refusal = Exclude<RefusedBy<'reading.checkIn'>, Lost>;
  const refusals: [Refusal, string][] = [
    [{ ok: false, refusal: 'NOT_MEMBER', detail: {} }, '还不是会员'],
    [{ ok: false, refusal: 'NOT_JOINED', detail: {} }, '还没加入这个挑战'],
    [{ ok: false, refusal: 'NOT_FOUND', detail: { what: 'book' } }, '这本书找不到了'],
    [{ ok: false, refusal: 'NOT_AN_ISBN', detail: {} }, '书号不对'],
    [{ ok: false, refusal: 'DAY_FULL', detail: { day: '2026-11-26', most: 12 } }, '一天最多 12 次，明天继续'],
    [{ ok: false, refusal: 'NO_NAME', detail: {} }, '先选个称呼'],
  ];
  test.each(refusals)('%j is said in place', async (refused, words) => {
    await open({}, { 'reading.checkIn': () => refused });
    send();
    await screen.findByTestId(`refused-${refused.refusal}`);
    expect(screen.getByTestId('check-in-form').textContent).toContain(words);
  });

  test('a challenge that is over, or still to come, takes none', async () => {
    serve({
      'reading.today': () => ok(todayAnswer({ challenges: [] })),
      'reading.challenge': () => ok(detailOf({ endsOn: shifted(today(), -1) })),
    });
    render(<CheckIn id="autumn" status="active" />);
    expect(await screen.findByText('挑战已经结束')).toBeTruthy();
  });

  test('whoever is not in it joins there', async () => {
    const { mine: _none, ...rest } = detailOf();
    const calls = serve({
      'reading.today': () => ok(todayAnswer({ challenges: [challengeOf()] })),
      'reading.challenge': () => ok(rest),
      'reading.join': () => ok(standingOf()),
    });
    render(<CheckIn id="autumn" status="active" />);
    fireEvent.click(await screen.findByTestId('join-autumn'));
    await waitFor(() => expect(sent(calls, 'reading.join')).toHaveLength(1));
  });
});
