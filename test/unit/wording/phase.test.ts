import { asOf, phaseTag } from '../../../domain/wording/phase';
import { placesLeft, takenShare } from '../../../domain/wording/places';
import { primaryOf } from '../../../domain/wording/primary';
import type { ActivityDetail, MyPlace, SessionView, SignUpPhase } from '../../../types/contract/activity';
import type { RegistrationState } from '../../../types/vocabulary';

const NOW = Date.UTC(2026, 10, 20, 6, 0);
const HOUR = 3_600_000;
const MEMBER = { status: 'active' as const, memberId: 'm', enterpriseId: 'e1', employment: 'employee' as const };

const SESSION: SessionView = {
  ...{ id: 's1', name: '早场', startsAt: NOW + 48 * HOUR, endsAt: NOW + 50 * HOUR },
  ...{ places: { capacity: 10, left: 4 }, zones: [] },
};

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
    waitlist: false,
    onePlacePer: 'activity',
    companions: 0,
    takesAttendance: true,
    waiting: 0,
    mine: [],
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
  const mine = [{ registrationId: 'r', state: 'confirmed' as const, sessionId: 's' }];
  expect(primaryOf(detailOf({ mine, phase: 'full' }), MEMBER, NOW).act).toBe('ticket');
  expect(primaryOf(detailOf({ mine, phase: 'ended' }), MEMBER, NOW).act).toBe('record');
  expect(primaryOf(detailOf({ mine, phase: 'cancelled' }), MEMBER, NOW).words).toBe('已取消');
});

test('what is over is a record, from the check-in on', () => {
  const mine = [{ registrationId: 'r', state: 'attended' as const, sessionId: 's' }];
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

describe('what is held', () => {
  const place = (state: RegistrationState, registrationId: string = state, offerUntil?: number): MyPlace => ({
    ...{ registrationId, state, sessionId: 's1' },
    ...(offerUntil === undefined ? {} : { offerUntil }),
  });

  test.each<[RegistrationState, string]>([
    ['applied', '已申请，看进展'],
    ['waitlisted', '候补中，看排到第几'],
    ['confirmed', '已报名，看电子票'],
    ['attended', '看报名记录'],
  ])('%s leads to its page', (state, words) => {
    expect(primaryOf(detailOf({ mine: [place(state)] }), MEMBER, NOW)).toMatchObject({ words, registrationId: state });
  });

  test('an offer says until when, and after that only looks back', () => {
    const offered = (until: number) => primaryOf(detailOf({ mine: [place('offered', 'r', until)] }), MEMBER, NOW);
    expect(offered(NOW + 4 * HOUR)).toMatchObject({ words: '有名额了，去确认', note: '今天 18:00 前确认' });
    expect(offered(NOW - 1)).toMatchObject({ act: 'record', note: '确认时间过了' });
  });

  test('an offer comes before another session, and that before what is sure', () => {
    const sessionList = ['s1', 's2', 's3'].map((id) => ({ ...SESSION, id }));
    const several = { onePlacePer: 'session' as const, sessionList };
    const offered = [place('confirmed'), place('offered', 'o', NOW + HOUR)];
    expect(primaryOf(detailOf({ ...several, mine: offered }), MEMBER, NOW).registrationId).toBe('o');
    expect(primaryOf(detailOf({ ...several, mine: [place('confirmed')] }), MEMBER, NOW).words).toBe('再报一场');
    const closed = { ...several, mine: [place('confirmed')], phase: 'closed' as const };
    expect(primaryOf(detailOf(closed), MEMBER, NOW).act).toBe('ticket');
  });

  test('where what is left is full and nobody queues, it leads to what is held', () => {
    const sessionList = ['s1', 's2'].map((id) => ({ ...SESSION, id }));
    const full = { onePlacePer: 'session' as const, sessionList, phase: 'full' as const, mine: [place('confirmed')] };
    expect(primaryOf(detailOf(full), MEMBER, NOW).act).toBe('ticket');
    expect(primaryOf(detailOf({ ...full, waitlist: true }), MEMBER, NOW).words).toBe('候补排队');
  });
});

describe('ways in', () => {
  test('full with a waitlist queues, and says how many wait', () => {
    const full = { phase: 'full' as const, waitlist: true, waiting: 12 };
    expect(primaryOf(detailOf(full), MEMBER, NOW)).toMatchObject({ words: '候补排队', note: '前面有 12 位在等' });
    expect(primaryOf(detailOf({ ...full, sessions: 3 }), MEMBER, NOW).note).toBe('现在有 12 位在候补');
    expect(primaryOf(detailOf({ ...full, waiting: 0 }), MEMBER, NOW).note).toBe('你会排在第一位');
  });

  test('approval applies, full or not', () => {
    expect(primaryOf(detailOf({ allocation: 'approval' }), MEMBER, NOW).words).toBe('申请参加');
    const full = detailOf({ allocation: 'approval', phase: 'full' });
    expect(primaryOf(full, MEMBER, NOW)).toMatchObject({ words: '申请参加', act: 'sign-up' });
  });

  test('an enterprise that has taken all of its places is told so, unless it may queue', () => {
    const quota = { capacity: 20, left: 0 };
    expect(primaryOf(detailOf({ quota }), MEMBER, NOW)).toMatchObject({ words: '单位名额已满', act: 'none' });
    const queue = primaryOf(detailOf({ quota, waitlist: true }), MEMBER, NOW);
    expect(queue).toMatchObject({ words: '候补排队', note: '你们单位的名额满了' });
    expect(primaryOf(detailOf({ quota, onePlacePer: 'session' }), MEMBER, NOW).words).toBe('报名');
  });
});

test('only what can be acted on is live on a card', () => {
  expect(phaseTag(detailOf(), NOW)).toEqual({ words: '还剩 4 个名额', live: true });
  expect(phaseTag(detailOf({ phase: 'full' }), NOW)).toEqual({ words: '已满', live: false });
  expect(phaseTag(detailOf({ phase: 'full', waitlist: true }), NOW)).toEqual({ words: '已满，可候补', live: true });
});

test('where the organizer decides, a card says so', () => {
  const approval = { allocation: 'approval' as const };
  expect(phaseTag(detailOf(approval), NOW)).toEqual({ words: '审核制 · 还剩 4 个名额', live: true });
  expect(phaseTag(detailOf({ ...approval, phase: 'full' }), NOW)).toEqual({ words: '审核制 · 已满', live: false });
  expect(phaseTag(detailOf({ ...approval, phase: 'ended' }), NOW)).toEqual({ words: '已结束', live: false });
});

test('places are said as they are, and nothing is divided by nothing', () => {
  expect(placesLeft({ capacity: 10, left: 0 })).toBe('名额已满');
  expect(takenShare({ capacity: 10, left: 4 })).toBe(0.6);
  expect(takenShare({ capacity: 0, left: 0 })).toBe(0);
});
