import type { Attendance, News, RegistrationRecord } from '../../../domain/signup/registration';
import {
  attendanceUndone,
  attended,
  cancelledByMember,
  cancelledByOrganizer,
  decided,
  missed,
  offerAccepted,
  offerDeclined,
  offerExpired,
  offered,
} from '../../../domain/signup/transitions';
import type { RegistrationState } from '../../../types/vocabulary';
import { DAY, HOUR, NOON } from '../../support/plans';
import { recordIn, STATES } from '../../support/records';

const request = { id: 'q2', digest: 'd2' };
const about = { title: '职工音乐节', sessionName: '第二场', startsAt: NOON + 9 };
const told = (kind: News['kind'], more: Partial<News> = {}): News => ({ kind, at: NOON, ...about, ...more });
const undone = { at: NOON, by: 'staff1', reason: '扫错了' };
const attendance: Attendance = {
  at: NOON - 5,
  way: 'list',
  by: 'staff1',
  brand: 'warm',
  format: 'show',
  enterpriseId: 'e1',
  employment: 'employee',
};

interface Arrow {
  make: (record: RegistrationRecord) => RegistrationRecord | undefined;
  /** From product.md: the states in which it can happen, and what comes of it; in all others it cannot. */
  from: RegistrationState[];
  to: RegistrationState;
  /** Beside state, hold, `pending` and `dueAt`: what it adds to the record, all of it. */
  adds: Partial<RegistrationRecord>;
  news?: News;
  /** It is a command that the record remembers. */
  remembers?: true;
}

/** Every change that there is, from the words of product.md and of the contract alone. */
const ARROWS: Record<string, Arrow> = {
  'cancelled by its member': {
    make: (record) => cancelledByMember(record, NOON, { request }),
    from: ['applied', 'waitlisted', 'offered', 'confirmed'],
    to: 'cancelled',
    adds: { cancelledAt: NOON, endedBy: 'member' },
    remembers: true,
  },
  'cancelled because its member leaves the union': {
    make: (record) => cancelledByMember(record, NOON, { leaving: true }),
    from: ['applied', 'waitlisted', 'offered', 'confirmed'],
    to: 'cancelled',
    adds: { cancelledAt: NOON, endedBy: 'leaving', answers: {} },
  },
  'cancelled by the organizer': {
    make: (record) => cancelledByOrganizer(record, NOON, '台风', about),
    from: ['applied', 'waitlisted', 'offered', 'confirmed'],
    to: 'cancelled',
    adds: { cancelledAt: NOON, endedBy: 'organizer', reason: '台风' },
    news: told('cancelled', { reason: '台风' }),
  },
  offered: {
    make: (record) => offered(record, NOON, NOON + 3 * HOUR, about),
    from: ['waitlisted'],
    to: 'offered',
    adds: { offerUntil: NOON + 3 * HOUR, placed: true },
    news: told('offered', { offerUntil: NOON + 3 * HOUR }),
  },
  'offer accepted': {
    make: (record) => offerAccepted(record, NOON, request),
    from: ['offered'],
    to: 'confirmed',
    adds: {},
    remembers: true,
  },
  'offer declined': {
    make: (record) => offerDeclined(record, NOON, request),
    from: ['offered'],
    to: 'declined',
    adds: { cancelledAt: NOON, endedBy: 'member' },
    remembers: true,
  },
  'offer expired': {
    make: (record) => offerExpired({ ...record, offerUntil: NOON - 7 }, NOON, about),
    from: ['offered'],
    to: 'expired',
    adds: { cancelledAt: NOON - 7, endedBy: 'deadline' },
    news: told('offer-expired'),
  },
  approved: {
    make: (record) => decided(record, NOON, { kind: 'approve' }, request, about),
    from: ['applied'],
    to: 'confirmed',
    adds: { placed: true },
    news: told('approved'),
    remembers: true,
  },
  'declined by the organizer': {
    make: (record) => decided(record, NOON, { kind: 'decline', reason: '名额不够' }, request, about),
    from: ['applied'],
    to: 'declined',
    adds: { cancelledAt: NOON, endedBy: 'organizer', reason: '名额不够' },
    news: told('declined', { reason: '名额不够' }),
    remembers: true,
  },
  'put on the waitlist': {
    make: (record) => decided(record, NOON, { kind: 'waitlist', queuePage: 4 }, request, about),
    from: ['applied'],
    to: 'waitlisted',
    adds: { queuePage: 4 },
    news: told('waitlisted'),
    remembers: true,
  },
  attended: {
    make: (record) => attended(record, attendance, NOON, request),
    from: ['confirmed', 'absent'],
    to: 'attended',
    adds: { attendance, proofs: 1 },
    remembers: true,
  },
  'attended, from a sync without a request': {
    make: (record) => attended(record, attendance, NOON),
    from: ['confirmed', 'absent'],
    to: 'attended',
    adds: { attendance, proofs: 1 },
  },
  'attendance undone': {
    make: (record) => attendanceUndone(record, undone, request),
    from: ['attended'],
    to: 'confirmed',
    adds: { undone: { ...undone, request: request.id }, proofs: 2 },
    remembers: true,
  },
  missed: {
    make: (record) => missed(record, NOON, about, { brand: 'craft', format: 'training' }),
    from: ['confirmed'],
    to: 'absent',
    adds: { missed: { startsAt: NOON + 2 * DAY - HOUR, brand: 'craft', format: 'training' } },
    news: told('absent'),
  },
};

/** Over: the member may sign up anew, so nothing holds the one place that a person may have. */
const OVER: RegistrationState[] = ['declined', 'expired', 'cancelled'];

const cells = Object.entries(ARROWS).flatMap(([event, arrow]) =>
  STATES.map((state) => ({ event, state, arrow, can: arrow.from.includes(state) ? arrow.to : 'impossible' })),
);

test.each(cells)('$state, $event: $can', ({ state, arrow: { make, from, to, adds, news, remembers } }) => {
  const before = recordIn(state);
  const frozen = JSON.stringify(before);
  const next = make(before);
  expect(JSON.stringify(before)).toBe(frozen);
  if (!from.includes(state)) {
    expect(next).toBeUndefined();
    return;
  }
  const { offerUntil: _offer, ...kept } = before;
  expect(next).toEqual({
    ...kept,
    state: to,
    holdKey: OVER.includes(to) ? 'r1' : 'music.m1',
    pending: true,
    dueAt: NOON + 20_000,
    news: news ? [news] : [],
    requests: remembers ? [...before.requests, request] : before.requests,
    // A report counts who was missed, so becoming it and no longer being it is to be counted.
    ...((to === 'absent' || state === 'absent') && { tallyDue: NOON }),
    ...adds,
  });
  expect('offerUntil' in (next ?? {})).toBe(to === 'offered');
});

test('what was not told yet is told first', () => {
  const before = { ...recordIn('waitlisted'), news: [told('waitlisted')] };
  expect(offered(before, NOON, NOON + 1, about)?.news.map(({ kind }) => kind)).toEqual(['waitlisted', 'offered']);
});

test('each proof of presence and each undoing has a number of its own', () => {
  const once = attended(recordIn('confirmed'), attendance, NOON);
  const back = once && attendanceUndone(once, undone, request);
  const again = back && attended(back, attendance, NOON);
  expect([once?.proofs, back?.proofs, again?.proofs]).toEqual([1, 2, 3]);
});

test('only the last twenty commands are remembered', () => {
  const requests = Array.from({ length: 20 }, (_, at) => ({ id: `old${at}`, digest: 'd' }));
  const next = offerAccepted({ ...recordIn('offered'), requests }, NOON, request);
  expect(next?.requests).toEqual([...requests.slice(1), request]);
});
