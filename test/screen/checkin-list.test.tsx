import { act, fireEvent, render, screen } from '@testing-library/react';
import { Gate } from '../../src/features/checkin/gate';
import { useRecentEntries } from '../../src/features/checkin/recent';
import type { Attendee } from '../../types/contract/checkin';
import { goAway } from '../support/taro';
import { admittedOf, arrivalsOf, attendeeOf, gateDetailOf, OF } from './checkin-samples';
import { freshPhone } from './fresh';
import { ok, type Replies, sent, serve } from './server';

beforeEach(() => {
  freshPhone();
  useRecentEntries.setState({}, true);
});
afterEach(() => void jest.useRealTimers());

async function open(segment: 'list' | 'arrivals', replies: Replies, organizer = false) {
  const calls = serve({ 'activity.get': () => ok(gateDetailOf()), ...replies });
  render(<Gate of={OF} organizer={organizer} />);
  fireEvent.click(await screen.findByTestId(`segment-${segment}`));
  return calls;
}

const seek = (text: string): void => void fireEvent.change(screen.getByTestId('find'), { target: { value: text } });

describe('the list', () => {
  const find = (attendee: Attendee, replies: Replies = {}, organizer = false) =>
    open('list', { 'checkin.find': () => ok({ items: [attendee] }), ...replies }, organizer);

  test('is sought once typing pauses, and not for less than four digits', async () => {
    const calls = await find(attendeeOf());
    seek('123');
    await act(async () => new Promise((done) => setTimeout(done, 450)));
    expect(screen.getByTestId('few-digits')).toBeTruthy();
    expect(sent(calls, 'checkin.find')).toHaveLength(0);
    for (const text of ['林', '林晓', '林晓禾']) seek(text);
    await screen.findByTestId('attendee-reg1');
    expect(sent(calls, 'checkin.find').map(({ input }) => input)).toEqual([{ ...OF, text: '林晓禾' }]);
    fireEvent.click(screen.getByLabelText('清空'));
    expect(screen.queryByTestId('attendee-reg1')).toBeNull();
  });

  test('lets somebody in after one more look, once, and shows it large', async () => {
    const calls = await find(attendeeOf(), { 'checkin.admit': () => ok(admittedOf()) });
    seek('1001');
    fireEvent.click(await screen.findByTestId('attendee-reg1'));
    expect(sent(calls, 'checkin.admit')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-admit'));
    fireEvent.click(screen.getByTestId('confirm-admit'));
    await screen.findByTestId('verdict-in');
    expect(sent(calls, 'checkin.admit')).toHaveLength(1);
    fireEvent.click(screen.getByTestId('close'));
    fireEvent.click(screen.getByTestId('segment-scan'));
    expect(screen.getByTestId('recent-reg1')).toBeTruthy();
  });

  test('a refusal stands large in the sheet', async () => {
    await find(attendeeOf(), {
      'checkin.admit': () => ({ ok: false, refusal: 'NOT_CONFIRMED', detail: { state: 'cancelled' } }),
    });
    seek('林');
    fireEvent.click(await screen.findByTestId('attendee-reg1'));
    fireEvent.click(screen.getByTestId('confirm-admit'));
    expect((await screen.findByTestId('refused-NOT_CONFIRMED')).textContent).toContain('报名已取消');
  });

  test('who has no place is told apart before anybody tries', async () => {
    await find(attendeeOf({ state: 'offered' }));
    seek('林');
    fireEvent.click(await screen.findByTestId('attendee-reg1'));
    expect(screen.getByTestId('no-entry').textContent).toContain('名额还没确认');
    expect(screen.queryByTestId('confirm-admit')).toBeNull();
  });

  test.each([
    ['an organizer corrects', true],
    ['a volunteer does not correct', false],
  ])('%s who counts as absent', async (_who, organizer) => {
    await find(attendeeOf({ state: 'absent' }), {}, organizer);
    seek('林');
    fireEvent.click(await screen.findByTestId('attendee-reg1'));
    expect(screen.queryByTestId('confirm-admit') !== null).toBe(organizer);
  });

  test('who is in can be taken back', async () => {
    await find(attendeeOf({ state: 'attended', attendance: { at: Date.now(), way: 'venue' } }));
    seek('林');
    fireEvent.click(await screen.findByTestId('attendee-reg1'));
    expect(screen.getByTestId('undo-sheet').textContent).toContain('扫会场码入场');
  });

  test('nobody of that name, and what cannot be had, say so', async () => {
    await open('list', {
      'checkin.find': ({ text }) =>
        text === '谁' ? ok({ items: [] }) : { ok: false, refusal: 'NOT_FOUND', detail: { what: 'session' } },
    });
    seek('谁');
    await screen.findByTestId('nobody');
    seek('林');
    expect(await screen.findByTestId('refused-NOT_FOUND')).toBeTruthy();
  });
});

describe('how many have come', () => {
  test('in all, by zone, by gate and by minute', async () => {
    await open('arrivals', { 'checkin.arrivals': () => ok(arrivalsOf()) });
    expect((await screen.findByTestId('arrived')).textContent).toBe('187 / 300 人到场');
    for (const words of ['151 / 200', '96 人', '最多 9 人']) expect(screen.getByText(words)).toBeTruthy();
  });

  test('before the first one it says so', async () => {
    await open('arrivals', { 'checkin.arrivals': () => ok(arrivalsOf({ arrived: 0, gates: [], minutes: [] })) });
    expect(await screen.findByText('还没有人到场')).toBeTruthy();
  });

  test('is asked for anew every ten seconds, as long as somebody looks', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const calls = serve({
      'activity.get': () => ok(gateDetailOf()),
      'checkin.arrivals': () => ok(arrivalsOf()),
    });
    const turns = async (ms: number): Promise<void> => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
    render(<Gate of={OF} organizer={false} />);
    await turns(100);
    fireEvent.click(screen.getByTestId('segment-arrivals'));
    await turns(100);
    await turns(10_100);
    expect(sent(calls, 'checkin.arrivals')).toHaveLength(2);
    act(goAway);
    await turns(30_000);
    expect(sent(calls, 'checkin.arrivals')).toHaveLength(2);
  });
});
