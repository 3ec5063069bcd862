import {
  attendanceWords,
  companionWords,
  type Ending,
  endingWords,
  standingTag,
} from '../../../domain/wording/registration';
import { type Standing, standingOf } from '../../../domain/wording/standing';
import type { Registration } from '../../../types/contract/registration';

/** Friday 20 November 2026, 14:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 20, 6, 0);
const HOUR = 3_600_000;

function registrationOf(change: Partial<Registration> = {}): Registration {
  return {
    id: 'r',
    state: 'confirmed',
    activityId: 'a',
    title: '健步走',
    brand: 'vital',
    venue: { name: '公园', address: '', latitude: 0, longitude: 0 },
    allocation: 'first-come',
    session: { id: 's1', name: '早场', startsAt: NOW + 2 * HOUR, endsAt: NOW + 4 * HOUR },
    answers: {},
    companions: 0,
    cancelUntil: NOW + HOUR,
    signedUpAt: NOW - HOUR,
    ...change,
  };
}

const past = { id: 's1', name: '早场', startsAt: NOW - 4 * HOUR, endsAt: NOW };

test.each<[string, Partial<Registration>, Standing]>([
  ['an application', { state: 'applied' }, 'applied'],
  ['a turn in the queue', { state: 'waitlisted' }, 'waitlisted'],
  ['an offer at its last instant', { state: 'offered', offerUntil: NOW }, 'offered'],
  ['an offer after it', { state: 'offered', offerUntil: NOW - 1 }, 'lapsed'],
  ['an offer that a sweep has ended', { state: 'expired' }, 'lapsed'],
  ['a place', {}, 'live'],
  ['a place in what has just ended', { session: past }, 'over'],
  ['a turn in the queue of what has ended', { state: 'waitlisted', session: past }, 'unlucky'],
  ['an application to what has ended', { state: 'applied', session: past }, 'unlucky'],
  ['a refusal', { state: 'declined', endedBy: 'organizer' }, 'declined'],
  ['an offer that was let go', { state: 'declined', endedBy: 'member' }, 'let-go'],
  ['a place given back', { state: 'cancelled', endedBy: 'member' }, 'cancelled'],
  ['a place taken back', { state: 'cancelled', endedBy: 'organizer' }, 'called-off'],
  ['presence', { state: 'attended', session: past }, 'attended'],
  ['absence', { state: 'absent', session: past }, 'absent'],
])('%s is read with the clock and with who ended it', (_what, change, standing) => {
  expect(standingOf(registrationOf(change), NOW)).toBe(standing);
});

test('every ending has a title, and something to say or a reason to show', () => {
  const endings: Ending[] = [
    ...(['lapsed', 'over', 'unlucky', 'attended', 'absent'] as const),
    ...(['declined', 'let-go', 'cancelled', 'called-off'] as const),
  ];
  for (const ending of endings) {
    const { title, text } = endingWords(ending, registrationOf());
    expect(title).not.toBe('');
    expect(text).not.toBe('');
    expect(`${title}${text}`).not.toMatch(/[!！]/);
  }
  expect(endingWords('declined', registrationOf({ reason: '只收新人' })).text).toBe('');
});

test('it is said whether the activity or only this registration was cancelled, once that is known', () => {
  const registration = registrationOf({ reason: '大风' });
  expect(endingWords('called-off', registration).title).toBe('报名被取消了');
  expect(endingWords('called-off', registration, true).title).toBe('活动取消了');
  expect(endingWords('called-off', registration, false).title).toBe('组织者取消了这条报名');
});

test('where attendance is not taken nothing is promised of it', () => {
  const checkIn = { opensAt: NOW - 2 * HOUR, closesAt: NOW };
  expect(endingWords('over', registrationOf({ checkIn })).text).toContain('签到记录');
  expect(endingWords('over', registrationOf()).text).not.toContain('签到');
});

test('a list says of an offer until when, and marks as mine what is held', () => {
  const offer = registrationOf({ state: 'offered', offerUntil: NOW + 4 * HOUR });
  expect(standingTag(offer, NOW)).toEqual({ words: '有名额了，今天 18:00 前确认', mine: true });
  expect(standingTag(registrationOf(), NOW)).toEqual({ words: '已报名', mine: true });
  expect(standingTag(registrationOf({ state: 'waitlisted' }), NOW)).toEqual({ words: '候补中', mine: false });
  expect(standingTag(registrationOf({ state: 'applied', allocation: 'approval' }), NOW).words).toBe('等待审核');
  expect(standingTag(registrationOf({ state: 'declined', endedBy: 'member' }), NOW).words).toBe('已让出');
  expect(standingTag(registrationOf({ state: 'offered', offerUntil: NOW - 1 }), NOW).words).toBe('没来得及确认');
});

test('presence is said with when and how', () => {
  expect(attendanceWords({ at: NOW - HOUR, way: 'venue' }, NOW)).toBe('今天 13:00 · 扫会场码');
});

test('who comes alone has no companions to speak of', () => {
  expect(companionWords(0)).toBe('');
  expect(companionWords(2)).toBe('和 2 位同伴');
});
