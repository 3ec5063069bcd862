import { activityFrom } from '../../../domain/activity/activity';
import { announceableUntil, unannounceable } from '../../../domain/message/announceable';
import {
  type AnnouncementRecord,
  audienceOf,
  isReceiver,
  messageTo,
  newAnnouncement,
  type Receiver,
  usedUp,
} from '../../../domain/message/announcement';
import { cardOf, pageOf } from '../../../domain/message/card';
import { timeKey } from '../../../domain/time/shanghai';
import { messageWords } from '../../../domain/wording/messages';
import type { Audience } from '../../../types/contract';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { recordIn, STATES } from '../../support/records';

const activity = activityFrom(plan({ id: 'music', sessions: [session('s1', 5), session('s2', 5)] }));
const written = (to: Audience[], more: Partial<AnnouncementRecord> = {}): AnnouncementRecord => ({
  ...newAnnouncement(
    activity,
    { by: 'm9', text: '带上水杯', to, request: { id: 'q1', digest: 'd1' } },
    { sent: 0, now: NOON, heldUntil: NOON + 60_000 },
  ),
  ...more,
});
const came = (at: number, changes: Partial<Receiver> = {}): Receiver => ({
  ...recordIn('confirmed'),
  cameKey: timeKey(at, 'r1'),
  ...changes,
});

test('who came before the instant is written to, who came in it or after is not', () => {
  const one = written(['confirmed']);
  expect(isReceiver(one, came(NOON - 1))).toBe(true);
  expect(isReceiver(one, came(NOON))).toBe(false);
  expect(isReceiver(one, came(NOON + 1))).toBe(false);
});

test('of another session, or never told of it, nobody is written to', () => {
  expect(isReceiver(written(['confirmed'], { sessionId: 's2' }), came(NOON - 1))).toBe(true);
  expect(isReceiver(written(['confirmed'], { sessionId: 's1' }), came(NOON - 1))).toBe(false);
  expect(isReceiver(written(['confirmed']), came(NOON - 1, { void: true }))).toBe(false);
});

test('what ended is written to only where it ended with the activity', () => {
  const ended = STATES.filter((state) => audienceOf(recordIn(state), undefined).length === 0);
  expect(ended.sort()).toEqual(['absent', 'cancelled', 'declined', 'expired']);
  const off = { ...recordIn('cancelled'), endedBy: 'organizer' as const, cancelledAt: NOON };
  expect(audienceOf(off, NOON)).toEqual(['waitlisted', 'applied']);
  expect(audienceOf({ ...off, placed: true }, NOON)).toEqual(['confirmed']);
  expect(audienceOf({ ...off, placed: true, cancelledAt: NOON - 1 }, NOON)).toEqual([]);
  expect(audienceOf({ ...off, placed: true, endedBy: 'member' }, NOON)).toEqual([]);
});

test('thirty days after the end are the last', () => {
  const until = announceableUntil(activity);
  expect(until).toBe(activity.endsAt + 30 * DAY);
  expect(unannounceable({ state: 'published', until }, until)).toBeUndefined();
  expect(unannounceable({ state: 'cancelled', until }, until + 1)).toEqual({ state: 'over', until });
  expect(unannounceable({ state: 'draft', until }, NOON)).toEqual({ state: 'draft' });
});

test('the fourth of a day goes the next day, by the clock of Shanghai', () => {
  expect(usedUp(2, NOON)).toBeUndefined();
  expect(usedUp(3, NOON)).toEqual({ sent: 3, nextAt: NOON + 12 * HOUR });
  expect(usedUp(3, NOON + 12 * HOUR - 1)).toEqual({ sent: 3, nextAt: NOON + 12 * HOUR });
});

test('the message names the session, opens the activity, and says the words as they are', () => {
  const message = messageTo(written(['confirmed']), came(NOON - 1), { announced: 1 }, NOON + 5);
  expect(message).toMatchObject({ sessionName: '场次 s2', at: NOON + 5, sendAt: NOON + 5, text: '带上水杯' });
  expect(messageWords(message, NOON)).toEqual({ title: '组织者发来消息', note: '带上水杯' });
  expect(pageOf(message)).toBe('packages/activity/pages/detail/index?id=music');
  const card = cardOf(message, { id: 'T', title: 'thing1', time: 'time2', note: 'thing3' });
  expect(card).toMatchObject({ thing1: { value: '职工音乐节' }, thing3: { value: '带上水杯' } });
});

test('without a yes it waits to go out for nobody', () => {
  for (const consents of [undefined, {}, { announced: 0 }, { moved: 3 }]) {
    const message = messageTo(written(['confirmed']), came(NOON - 1), consents, NOON);
    expect(message).toMatchObject({ outcome: 'no-consent' });
    expect(message).not.toHaveProperty('sendAt');
  }
});
