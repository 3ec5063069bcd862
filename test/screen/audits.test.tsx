import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { dayOf } from '../../domain/time/shanghai';
import { Audits } from '../../src/features/export/audits';
import type { AuditEntryView } from '../../types/contract/export';
import { freshPhone, goOffline } from './fresh';
import { type Call, ok, type Replies, sent, serve } from './server';

const DAY = 86_400_000;

beforeEach(freshPhone);

const taken: AuditEntryView = {
  ...{ id: 'a1', at: Date.now() - 60_000, kind: 'export', by: 'm1', byName: '苏明月', role: 'organizer' },
  ...{ what: 'export.link', persons: 90, phones: 'full', reason: '给保险公司投保' },
  subjects: [
    { kind: 'activity', id: 'gala', name: '音乐节' },
    { kind: 'export', id: 'x1', name: '' },
  ],
};

function open(replies: Replies = {}): Call[] {
  const calls = serve({ 'export.audits': () => ok({ items: [taken], now: Date.now() }), ...replies });
  render(<Audits />);
  return calls;
}

const lastAsked = (calls: readonly Call[], input: unknown): Promise<void> =>
  waitFor(() => expect(sent(calls, 'export.audits').at(-1)?.input).toEqual(input));

test('an entry says who took what, of what, how many rows, with which phones and what for', async () => {
  open();
  const words = (await screen.findByTestId('by-a1')).closest('.audit-line')?.textContent ?? '';
  for (const each of ['苏明月 · 组织者', '取走导出文件', '活动 音乐节', '90 行 · 手机号完整', '用途：给保险公司投保'])
    expect(words).toContain(each);
});

test('who and what are searched for by a tap on them, and all is asked for again', async () => {
  const calls = open();
  fireEvent.click(await screen.findByTestId('subject-a1'));
  await lastAsked(calls, { subject: { kind: 'activity', id: 'gala' } });
  expect((await screen.findByTestId('clear')).textContent).toContain('只看：活动 音乐节');
  fireEvent.click(await screen.findByTestId('by-a1'));
  await lastAsked(calls, { by: 'm1' });
  fireEvent.click(screen.getByTestId('clear'));
  await lastAsked(calls, {});
});

test('kinds and days narrow the search', async () => {
  const calls = open();
  await screen.findByTestId('by-a1');
  fireEvent.click(screen.getByRole('button', { name: '导出' }));
  await lastAsked(calls, { kind: 'export' });
  fireEvent.click(screen.getByRole('button', { name: '近 7 天' }));
  await lastAsked(calls, { kind: 'export', from: dayOf(Date.now() - 7 * DAY) });
});

test('nothing found says what would stand here', async () => {
  open({ 'export.audits': () => ok({ items: [], now: Date.now() }) });
  expect((await screen.findByTestId('empty')).textContent).toContain('没有这样的记录');
});

test('who is no admin hears so', async () => {
  open({ 'export.audits': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['admin'] } }) });
  expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
});

test('without a network it can be tried again', async () => {
  goOffline();
  open();
  expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  expect(screen.getByTestId('again')).toBeTruthy();
});
