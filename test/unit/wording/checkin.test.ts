import {
  attendanceWords,
  gatePhase,
  gateRefusal,
  nameOf,
  noEntryWords,
  noPositionWords,
  partyWords,
  phaseWords,
  placeWords,
  presenceWords,
  sessionWords,
  venueRefusal,
} from '../../../domain/wording/checkin';
import type { AnyRefused } from '../../../domain/wording/refusal';
import type { RegistrationState } from '../../../types/vocabulary';

const NOW = Date.parse('2026-11-28T19:00:00+08:00');
const HOUR = 3_600_000;

test('how many enter on one ticket counts its owner', () => {
  expect([0, 1, 4].map(partyWords)).toEqual([undefined, '2 人同行', '5 人同行']);
  expect(placeWords({ zone: { id: 'a', name: '草坪区' }, companions: 1 })).toBe('草坪区 · 2 人同行');
  expect(placeWords({ companions: 0 })).toBe('');
});

test('who has left the union still has a place', () => {
  expect(nameOf({ name: '' })).toBe('已注销的会员');
});

test('when and how somebody came in; today needs no day', () => {
  expect(attendanceWords({ at: NOW - HOUR, way: 'ticket' }, NOW)).toBe('18:00 扫票入场');
  expect(attendanceWords({ at: NOW - 24 * HOUR, way: 'list' }, NOW)).toBe('昨天 19:00 名单入场');
});

test('what stands beside a name in the list', () => {
  expect(presenceWords({ state: 'attended', attendance: { at: NOW, way: 'venue' } })).toBe('19:00 已入场');
  expect(presenceWords({ state: 'confirmed' })).toBe('还没到');
  expect(presenceWords({ state: 'waitlisted' })).toBe('候补中');
});

test('a gate is open from its first instant to its last', () => {
  const checkIn = { opensAt: NOW, closesAt: NOW + HOUR };
  expect(gatePhase(checkIn, NOW - 1)).toBe('early');
  expect([NOW, NOW + HOUR].map((at) => gatePhase(checkIn, at))).toEqual(['open', 'open']);
  expect(gatePhase(checkIn, NOW + HOUR + 1)).toBe('late');
  expect(phaseWords(checkIn, NOW - HOUR)).toBe('今天 19:00 开始签到');
});

test('a session called like its activity is not named twice', () => {
  const session = { id: 's1', name: '夜跑', startsAt: NOW, endsAt: NOW + HOUR };
  expect(sessionWords(session, '夜跑', NOW)).not.toContain('夜跑');
  expect(sessionWords(session, '下班夜跑', NOW)).toMatch(/^夜跑 · 今天 19:00/);
});

const STATES: RegistrationState[] = [
  ...(['applied', 'confirmed', 'waitlisted', 'offered', 'declined'] as const),
  ...(['expired', 'cancelled', 'attended', 'absent'] as const),
];
const REFUSALS: AnyRefused[] = [
  ...STATES.map((state): AnyRefused => ({ refusal: 'NOT_CONFIRMED', detail: { state } })),
  ...(['old', 'new', 'unknown'] as const).map((why): AnyRefused => ({ refusal: 'CODE_REFUSED', detail: { why } })),
  ...(['registration', 'activity', 'session'] as const).map(
    (what): AnyRefused => ({ refusal: 'NOT_FOUND', detail: { what } }),
  ),
  { refusal: 'ELSEWHERE', detail: { title: '换书集市', sessionName: '上午场', startsAt: NOW + 24 * HOUR } },
  { refusal: 'NOT_CHECK_IN_TIME', detail: { opensAt: NOW + 1, closesAt: NOW + 2, now: NOW } },
  { refusal: 'NOT_CHECK_IN_TIME', detail: { opensAt: NOW - 2, closesAt: NOW - 1, now: NOW } },
  { refusal: 'NOT_ATTENDED', detail: { state: 'confirmed' } },
  { refusal: 'TOO_FAR', detail: { metres: 1_240, within: 300 } },
  { refusal: 'FORBIDDEN', detail: { needs: ['volunteer'] } },
  { refusal: 'FORBIDDEN', detail: { needs: ['organizer', 'admin'] } },
  { refusal: 'OFFLINE', detail: {} },
  { refusal: 'TIMEOUT', detail: {} },
  { refusal: 'BUSY', detail: { retryAfterMs: 100 } },
  { refusal: 'INTERNAL', detail: { id: 'abcdefgh' } },
  { refusal: 'REQUEST_REUSED', detail: {} },
  { refusal: 'BAD_INPUT', detail: { issues: [] } },
];

test.each(REFUSALS)('$refusal $detail is short enough to read from afar, and calm', (refused) => {
  for (const { title, text } of [gateRefusal(refused, NOW), venueRefusal(refused, NOW)]) {
    expect(title.length).toBeGreaterThan(0);
    expect(title.length).toBeLessThanOrEqual(11);
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(40);
    expect(`${title}${text}`).not.toMatch(/[!！]/);
  }
});

test('what is not sure is worth the same once more, and only that', () => {
  const again = REFUSALS.filter((refused) => gateRefusal(refused, NOW).next === 'again').map(({ refusal }) => refusal);
  expect(again).toEqual(['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL']);
  expect(venueRefusal({ refusal: 'TIMEOUT', detail: {} }, NOW).next).toBe('again');
});

test('a ticket of elsewhere says of where and when', () => {
  const words = gateRefusal(
    { refusal: 'ELSEWHERE', detail: { title: '换书集市', sessionName: '上午场', startsAt: NOW + 24 * HOUR } },
    NOW,
  );
  expect(words.text).toBe('“换书集市”上午场，明天\u00a019:00');
});

test('a place from the queue that waits for its owner is theirs to confirm', () => {
  expect(noEntryWords('offered').text).toContain('确认名额');
});

test('a no to the position can be taken back, a lost position is sought again', () => {
  expect(noPositionWords('denied').next).toBe('setting');
  expect(noPositionWords('unknown').next).toBe('scan');
});
