import { act, fireEvent, render, screen } from '@testing-library/react';
import { parseCode, STEP_MS, stepOf, verdictOf } from '../../domain/ticket/code';
import { learnTime, serverNow } from '../../src/cloud/clock';
import { AtVenue } from '../../src/features/checkin/at-venue';
import { VenueScreen } from '../../src/features/checkin/venue-screen';
import { toasts, visited } from '../support/taro';
import { OF } from './checkin-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const KEY = 'abcdefghijklmnopqrstuvwxyz';

beforeEach(freshPhone);
afterEach(() => {
  jest.useRealTimers();
  learnTime(0, 0, 0);
});

describe("the venue's screen", () => {
  const venueKey = () => ok({ key: KEY, title: '职工音乐节', sessionName: '周六晚场', now: Date.now() + 3_600_000 });

  test('draws the code of this step of the server, whatever the clock of the device says', async () => {
    serve({ 'checkin.venueKey': venueKey });
    render(<VenueScreen of={OF} />);
    const shown = (await screen.findByTestId('venue-code')).textContent ?? '';
    const code = parseCode(shown);
    expect(code).toMatchObject({ kind: 'venue', activity: 'music', session: 's1' });
    expect(verdictOf(KEY, code?.mac ?? '', serverNow())).toBe('valid');
    expect(screen.getByTestId('qr')).toBeTruthy();
    for (const words of ['职工音乐节', '周六晚场']) expect(screen.getByText(words)).toBeTruthy();
  });

  test('another one comes on the edge of the step, without asking anybody', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const calls = serve({
      'checkin.venueKey': () => ok({ key: KEY, title: '职工音乐节', sessionName: '周六晚场', now: Date.now() }),
    });
    render(<VenueScreen of={OF} />);
    await act(async () => void (await jest.advanceTimersByTimeAsync(50)));
    const before = screen.getByTestId('venue-code').textContent;
    const step = stepOf(serverNow());
    goOffline();
    await act(async () => void (await jest.advanceTimersByTimeAsync(STEP_MS - (serverNow() % STEP_MS) + 5)));
    expect(stepOf(serverNow())).toBe(step + 1);
    expect(screen.getByTestId('venue-code').textContent).not.toBe(before);
    expect(sent(calls, 'checkin.venueKey')).toHaveLength(1);
  });

  test('without its key it says why, and can be closed', async () => {
    goOffline();
    serve({ 'checkin.venueKey': venueKey });
    render(<VenueScreen of={OF} />);
    await screen.findByTestId('refused-OFFLINE');
    fireEvent.click(screen.getByTestId('close-venue'));
    expect(visited).toEqual(['back']);
  });

  test('who may not show it is told whom to ask', async () => {
    serve({ 'checkin.venueKey': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['volunteer'] } }) });
    render(<VenueScreen of={OF} />);
    expect((await screen.findByTestId('refused-FORBIDDEN')).textContent).toContain('请组织者给你授权');
  });
});

function type(code: string): void {
  fireEvent.change(screen.getByTestId('code'), { target: { value: code } });
  fireEvent.click(screen.getByTestId('scan'));
}

/** A browser that knows where it is, or whose owner says no. */
function locate(answer: { latitude: number; longitude: number } | 'denied'): { asked: () => number } {
  let asked = 0;
  const getCurrentPosition = (
    found: (position: unknown) => void,
    failed: (error: { code: number; PERMISSION_DENIED: number }) => void,
  ): void => {
    asked += 1;
    if (answer === 'denied') failed({ code: 1, PERMISSION_DENIED: 1 });
    else found({ coords: answer });
  };
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
  return { asked: () => asked };
}

describe("checking in by the venue's code", () => {
  const done = { registrationId: 'reg1', title: '职工音乐节', sessionName: '周六晚场', at: Date.now(), again: false };
  const checkIn = (reply: NonNullable<Replies['checkin.atVenue']>) => {
    const calls = serve({ 'checkin.atVenue': reply });
    render(<AtVenue />);
    type('V.music.s1.abcdefghij');
    return calls;
  };

  test('says what one is checked in for and when, and leads to the record', async () => {
    const place = locate({ latitude: 39.7, longitude: 116.3 });
    const calls = checkIn(() => ok(done));
    const shown = await screen.findByTestId('checked-in');
    for (const words of ['签到好了', '职工音乐节', '周六晚场']) expect(shown.textContent).toContain(words);
    fireEvent.click(screen.getByTestId('see-record'));
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg1']);
    expect(sent(calls, 'checkin.atVenue').map(({ input }) => input)).toEqual([{ code: 'V.music.s1.abcdefghij' }]);
    expect(place.asked()).toBe(0);
  });

  test('again is no fault', async () => {
    checkIn(() => ok({ ...done, again: true }));
    expect((await screen.findByTestId('was-in')).textContent).toContain('你已经签到过了');
    expect(toasts).toEqual([]);
  });

  test('where somebody is, is asked only when it takes that, and goes along with the same code', async () => {
    const place = locate({ latitude: 39.7, longitude: 116.3 });
    const calls = checkIn(({ position }) =>
      position === undefined ? { ok: false, refusal: 'POSITION_NEEDED', detail: {} } : ok(done),
    );
    await screen.findByTestId('checked-in');
    expect(place.asked()).toBe(1);
    expect(sent(calls, 'checkin.atVenue').map(({ input }) => input)).toEqual([
      { code: 'V.music.s1.abcdefghij' },
      {
        code: 'V.music.s1.abcdefghij',
        position: { latitude: expect.closeTo(39.7, 1), longitude: expect.closeTo(116.3, 1) },
      },
    ]);
  });

  test('a position that is not given is explained, and nothing is sent without it', async () => {
    locate('denied');
    const calls = checkIn(() => ({ ok: false, refusal: 'POSITION_NEEDED', detail: {} }));
    expect(await screen.findByText('没有位置权限')).toBeTruthy();
    expect(sent(calls, 'checkin.atVenue')).toHaveLength(1);
  });

  test('too far says how far, and the next code goes out with a new position', async () => {
    const place = locate({ latitude: 39.7, longitude: 116.3 });
    checkIn(({ position }, turn) => {
      if (position === undefined) return { ok: false, refusal: 'POSITION_NEEDED', detail: {} };
      return turn < 2 ? { ok: false, refusal: 'TOO_FAR', detail: { metres: 1_240, within: 300 } } : ok(done);
    });
    expect((await screen.findByTestId('refused-TOO_FAR')).textContent).toMatch(/1240.*300/);
    type('V.music.s1.klmnopqrst');
    await screen.findByTestId('checked-in');
    expect(place.asked()).toBe(2);
  });

  test('one tap, one check-in', async () => {
    const calls = checkIn(() => 'never');
    await screen.findByTestId('looking');
    fireEvent.click(screen.getByTestId('scan'));
    expect(sent(calls, 'checkin.atVenue')).toHaveLength(1);
  });

  test('an answer that stayed out is asked for again with the same code', async () => {
    goOffline();
    const calls = checkIn(() => ok(done));
    await screen.findByTestId('refused-OFFLINE');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    fireEvent.click(screen.getByTestId('again'));
    await screen.findByTestId('checked-in');
    expect(sent(calls, 'checkin.atVenue')).toHaveLength(1);
  });

  test.each([
    [{ ok: false, refusal: 'CODE_REFUSED', detail: { why: 'old' } } as const, '码刚刚换过'],
    [{ ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } } as const, '没有你的报名'],
    [{ ok: false, refusal: 'NOT_CONFIRMED', detail: { state: 'waitlisted' } } as const, '候补中'],
    [
      { ok: false, refusal: 'NOT_CHECK_IN_TIME', detail: { opensAt: 2, closesAt: 3, now: 1 } } as const,
      '还没到签到时间',
    ],
  ])('%j is said in words', async (refused, words) => {
    checkIn(() => refused);
    expect((await screen.findByTestId(`refused-${refused.refusal}`)).textContent).toContain(words);
  });
});
