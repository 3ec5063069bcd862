import { extendFault } from '../../../src/features/organizer/extend-fault';
import { isOld, paceMs, paceOf } from '../../../src/features/organizer/live-pace';
import { liveSample } from '../../screen/live-sample';

const now = Date.now();
const MINUTE = 60_000;

test('it is asked every five seconds while numbers move, less often when they stand, least when all is over', () => {
  const live = liveSample({ now });
  expect(paceMs(paceOf(live, 0, now))).toBe(5_000);
  expect(paceMs(paceOf(live, 6, now))).toBe(15_000);
  const [session] = live.sessions;
  if (!session) throw new Error('a sample has a session');
  const over = liveSample({ now, signUp: 'closed', sessions: [{ ...session, endsAt: now - 61 * MINUTE }] });
  expect(paceMs(paceOf(over, 0, now))).toBe(60_000);
});

test('numbers are old when two answers in a row have not come', () => {
  const live = liveSample({ now });
  expect(isOld(live, 'moving', now + 20_000)).toBe(false);
  expect(isOld(live, 'moving', now + 20_001)).toBe(true);
  expect(isOld(live, 'over', now + 100_000)).toBe(false);
});

test('sign-up is made longer only: past what it is and past now, not past the end', () => {
  const activity = { closesAt: now + MINUTE, endsAt: now + 10 * MINUTE };
  expect(extendFault(activity, undefined, now)).toBe('请选新的截止时间');
  expect(extendFault(activity, now + MINUTE, now)).toBe('要比现在的截止时间晚');
  expect(extendFault(activity, now + 2 * MINUTE, now)).toBeUndefined();
  expect(extendFault(activity, now + 10 * MINUTE, now)).toBeUndefined();
  expect(extendFault(activity, now + 11 * MINUTE, now)).toBe('不能晚于活动结束');
  expect(extendFault({ ...activity, closesAt: now - MINUTE }, now, now)).toBe('要比现在的截止时间晚');
});
