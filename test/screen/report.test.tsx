import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { Report } from '../../src/features/report/report';
import type { YearReport } from '../../types/contract';
import type { Grant } from '../../types/vocabulary';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { lineOf, yearReportOf } from './report-samples';
import { ok, type Replies, sent, serve } from './server';

const ORGANIZER: Grant = { role: 'organizer', scope: { kind: 'all' } };
const officerOf = (id: string): Grant => ({ role: 'unit-officer', scope: { kind: 'enterprise', id } });

const me = (...grants: Grant[]): Replies => ({
  'member.me': () => ok({ status: 'active', memberId: 'm1', grants, now: Date.now() }),
});

beforeEach(freshPhone);

async function open(report: YearReport = yearReportOf(), replies: Replies = {}, grants: Grant[] = [ORGANIZER]) {
  const calls = serve({ ...me(...grants), 'report.year': () => ok(report), ...replies });
  const shown = render(<Report enterprise={undefined} year={2026} />);
  return { calls, shown };
}

const words = (testId: string): string => screen.getByTestId(testId).textContent ?? '';

test('the union’s year begins with its three numbers, the rate, and up to when they are exact', async () => {
  const { calls } = await open();
  expect((await screen.findByTestId('total-times')).textContent).toBe('1,200人次');
  expect(words('total-sessions')).toBe('4场次');
  expect(words('total-persons')).toBe('600人数');
  expect(words('facts')).toBe('到场率 92%福利发放 7 份攒下积分 640');
  expect(words('exact')).toMatch(/^数字截至 .*11:59$/);
  expect(words('whose')).toBe('园区工会，全部单位');
  expect(sent(calls, 'report.year').map(({ input }) => input)).toEqual([{ year: 2026 }]);
});

test('every bar has its numbers as text: brands all four, formats and months those in which something was', async () => {
  await open();
  const brands = within(await screen.findByTestId('by-brand'));
  expect(brands.getByTestId('row-warm').textContent).toContain('1,200');
  expect(brands.getByTestId('row-books').textContent).toContain('书香药谷000');
  expect(within(screen.getByTestId('by-format')).getAllByTestId(/^row-/)).toHaveLength(1);
  const months = within(screen.getByTestId('by-month'));
  expect(months.getAllByTestId(/^row-/).map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('温暖 1,200'),
  ]);
  expect(months.getByRole('img').getAttribute('aria-label')).toMatch(/^1月 0 人次，.*5月 1,200 人次/);
  expect(words('points-全年')).toBe('全年640000');
});

test('what one reads can be exported: the year of all, or of the enterprise', async () => {
  await open();
  fireEvent.click(await screen.findByTestId('export'));
  expect(visited).toEqual(['/packages/export/pages/exports/index?kind=year&year=2026']);
  freshPhone();
  await open(yearReportOf({}, { enterprise: { id: 'e1', name: '澜芪' } }), {}, [officerOf('e1')]);
  fireEvent.click(await screen.findByTestId('export'));
  const [path] = visited;
  expect(new URL(`http://x${path}`).searchParams.toString()).toBe(
    new URLSearchParams({ kind: 'year', year: '2026', enterprise: 'e1', title: '澜芪' }).toString(),
  );
});

test('the year before is asked for, and there is none after this one', async () => {
  const { calls } = await open();
  await screen.findByTestId('total-times');
  fireEvent.click(screen.getByTestId('year-before'));
  await screen.findByText('2025 年');
  await act(async () => undefined);
  expect(sent(calls, 'report.year').map(({ input }) => input)).toContainEqual({ year: 2025 });
  cleanupAndOpenThisYear();
  await screen.findByTestId('total-times');
  expect(screen.queryByTestId('year-after')).toBeNull();
});

function cleanupAndOpenThisYear(): void {
  freshPhone();
  serve({ ...me(ORGANIZER), 'report.year': () => ok(yearReportOf()) });
  render(<Report enterprise={undefined} year={undefined} />);
}

describe('enterprises', () => {
  const many = Array.from({ length: 45 }, (_none, at) => ({
    ...{ id: `e${at}`, name: at === 30 ? '康诺口腔' : `第${at}制药` },
    ...lineOf(1_000 - at),
  }));

  test('stand twenty on a page, most person-times first', async () => {
    await open(yearReportOf({}, { enterprises: many }));
    const list = within(await screen.findByTestId('by-enterprise'));
    expect(list.getAllByTestId(/^row-/)).toHaveLength(20);
    fireEvent.click(list.getByTestId('page-after'));
    fireEvent.click(list.getByTestId('page-after'));
    expect(list.getByTestId('page').textContent).toBe('第 3 / 3 页');
    expect(list.getAllByTestId(/^row-/).map((row) => row.getAttribute('data-testid'))).toEqual([
      ...['row-e40', 'row-e41', 'row-e42', 'row-e43', 'row-e44'],
    ]);
  });

  test('are found by some words of their name, keep their place among all, and lead to their own report', async () => {
    await open(yearReportOf({}, { enterprises: many }));
    fireEvent.change(await screen.findByTestId('seek'), { target: { value: '口腔' } });
    expect((await screen.findByText(/31 +康诺口腔/)).textContent).toContain('31');
    const list = within(screen.getByTestId('by-enterprise'));
    expect(list.getAllByTestId(/^row-/)).toHaveLength(1);
    fireEvent.click(list.getByTestId('row-e30'));
    expect(visited).toEqual(['/packages/report/pages/year/index?enterprise=e30&year=2026']);
    fireEvent.change(screen.getByTestId('seek'), { target: { value: '没有' } });
    expect(await screen.findByTestId('none-found')).toBeTruthy();
  });

  test('are all there on paper, where nobody turns pages', async () => {
    await open(yearReportOf({}, { enterprises: many }));
    await screen.findByTestId('by-enterprise');
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(within(screen.getByTestId('by-enterprise')).getAllByTestId(/^row-/)).toHaveLength(45);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(within(screen.getByTestId('by-enterprise')).getAllByTestId(/^row-/)).toHaveLength(20);
  });
});

describe('an officer', () => {
  const { enterprises: _all, points: _none, ...line } = yearReportOf();
  const own = (id: string): YearReport => ({ ...line, enterprise: { id, name: `${id} 制药` } });

  test('asks for the enterprise that they serve and for nothing else', async () => {
    const { calls } = await open(own('e1'), {}, [officerOf('e1')]);
    expect((await screen.findByTestId('whose')).textContent).toBe('e1 制药');
    expect(sent(calls, 'report.year').map(({ input }) => input)).toEqual([{ year: 2026, enterpriseId: 'e1' }]);
    expect(screen.queryByTestId('by-enterprise')).toBeNull();
    expect(screen.queryByTestId('points-by-month')).toBeNull();
    expect(words('facts')).not.toContain('积分');
  });

  test('of two enterprises chooses whose', async () => {
    const byId: Replies = { 'report.year': ({ enterpriseId = '' }) => ok(own(enterpriseId)) };
    await open(own('e1'), byId, [officerOf('e1'), officerOf('e2')]);
    fireEvent.click(await screen.findByRole('button', { name: 'e2 制药' }));
    await act(async () => undefined);
    expect(words('whose')).toBe('e2 制药');
  });

  test('whose grant has ended is one no more', async () => {
    const ended: Grant = { ...officerOf('e1'), until: Date.now() - 1 };
    const refused: Replies = {
      'report.year': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }),
    };
    const { calls } = await open(own('e1'), refused, [ended]);
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
    expect(sent(calls, 'report.year').map(({ input }) => input)).toEqual([{ year: 2026 }]);
  });
});

describe('where there are no numbers', () => {
  test('nothing was counted yet: it says so, and not that nothing was', async () => {
    await open(yearReportOf({ times: 0, missed: 0, benefits: 0, issued: 0 }, { exactUpTo: 0 }));
    expect(await screen.findByTestId('not-counted')).toBeTruthy();
    expect(screen.queryByTestId('empty')).toBeNull();
  });

  test('nothing was in that year', async () => {
    await open(yearReportOf({ times: 0, missed: 0, benefits: 0, issued: 0 }));
    expect((await screen.findByTestId('empty')).textContent).toContain('2026 年还没有记录');
  });

  test('without a network what was answered last stays, and is said to be older', async () => {
    const { shown } = await open();
    await screen.findByTestId('total-times');
    shown.unmount();
    goOffline();
    render(<Report enterprise={undefined} year={2026} />);
    expect(await screen.findByText('网络不太顺，先看上次的内容')).toBeTruthy();
    expect(words('total-times')).toBe('1,200人次');
  });

  test('without a network and without an answer it can be tried again', async () => {
    goOffline();
    serve({});
    render(<Report enterprise={undefined} year={2026} />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
    expect(screen.getByTestId('again')).toBeTruthy();
  });
});
