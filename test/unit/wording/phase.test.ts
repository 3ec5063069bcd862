import { asOf, phaseTag, primaryOf } from '../../../domain/wording/phase';
import { placesLeft, takenShare } from '../../../domain/wording/places';
import type { ActivityDetail, SignUpPhase } from '../../../types/contract/activity';

const NOW = Date.UTC(2026, 10, 20, 6, 0);
const HOUR = 3_600_000;
const MEMBER = { status: 'active' as const, memberId: 'm', enterpriseId: 'e1', employment: 'employee' as const };

function detailOf(change: Partial<ActivityDetail> = {}): ActivityDetail {
  return {
    id: 'a',
    title: '健步走',
    tagline: '',
    brand: 'vital',
    format: 'walk',
    startsAt: NOW + 48 * HOUR,
    endsAt: NOW + 50 * HOUR,
    venueName: '公园',
    phase: 'open',
    opensAt: NOW - HOUR,
    closesAt: NOW + 24 * HOUR,
    places: { capacity: 10, left: 4 },
    sessions: 1,
    description: [],
    rules: [],
    venue: { name: '公园', address: '', latitude: 0, longitude: 0 },
    allocation: 'first-come',
    cancelUntil: NOW + 24 * HOUR,
    eligibility: {},
    eligibleEnterprises: [],
    questions: [],
    sessionList: [],
    now: NOW,
    ...change,
  };
}

test.each<[SignUpPhase, string]>([
  ['preview', '敬请期待'],
  ['soon', '还没开放'],
  ['open', '报名'],
  ['full', '已满'],
  ['closed', '已截止'],
  ['ended', '已结束'],
  ['cancelled', '已取消'],
])('in phase %s the button says %s', (phase, words) => {
  expect(primaryOf(detailOf({ phase }), MEMBER, NOW).words).toBe(words);
});

test('a held place comes before everything but a cancelled activity', () => {
  const mine = { registrationId: 'r', state: 'confirmed' as const, sessionId: 's' };
  expect(primaryOf(detailOf({ mine, phase: 'full' }), MEMBER, NOW).act).toBe('ticket');
  expect(primaryOf(detailOf({ mine, phase: 'ended' }), MEMBER, NOW).act).toBe('record');
  expect(primaryOf(detailOf({ mine, phase: 'cancelled' }), MEMBER, NOW).words).toBe('已取消');
});

test('what is over is a record, from the check-in on', () => {
  const mine = { registrationId: 'r', state: 'attended' as const, sessionId: 's' };
  expect(primaryOf(detailOf({ mine }), MEMBER, NOW)).toMatchObject({ act: 'record', note: '你参加过了' });
});

test('before it opens the note says when', () => {
  expect(primaryOf(detailOf({ phase: 'soon' }), MEMBER, NOW).note).toBe('今天 13:00 开放');
});

test('membership is asked for before sign-up opens, but not where nobody may sign up any more', () => {
  const visitor = { status: 'visitor' as const };
  expect(primaryOf(detailOf({ phase: 'soon' }), visitor, NOW).act).toBe('join');
  expect(primaryOf(detailOf({ phase: 'closed' }), visitor, NOW).act).toBe('none');
});

test('who may come is said before the places are', () => {
  const eligibility = { employments: ['new-form' as const] };
  expect(primaryOf(detailOf({ eligibility, phase: 'full' }), MEMBER, NOW).words).toBe('仅限指定职工');
});

test('an old answer is read with the clock of now', () => {
  expect(asOf(detailOf({ phase: 'soon', opensAt: NOW }), NOW).phase).toBe('open');
  expect(asOf(detailOf({ closesAt: NOW }), NOW).phase).toBe('closed');
  expect(asOf(detailOf({ endsAt: NOW }), NOW).phase).toBe('ended');
  expect(asOf(detailOf({ places: { capacity: 10, left: 0 } }), NOW).phase).toBe('full');
  expect(asOf(detailOf({ phase: 'cancelled' }), NOW).phase).toBe('cancelled');
  expect(asOf(detailOf({ phase: 'preview' }), NOW).phase).toBe('preview');
});

test('only what can be acted on is live on a card', () => {
  expect(phaseTag(detailOf(), NOW)).toEqual({ words: '还剩 4 个名额', live: true });
  expect(phaseTag(detailOf({ phase: 'full' }), NOW)).toEqual({ words: '已满', live: false });
});

test('places are said as they are, and nothing is divided by nothing', () => {
  expect(placesLeft({ capacity: 10, left: 0 })).toBe('名额已满');
  expect(takenShare({ capacity: 10, left: 4 })).toBe(0.6);
  expect(takenShare({ capacity: 0, left: 0 })).toBe(0);
});
