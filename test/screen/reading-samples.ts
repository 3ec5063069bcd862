import { shifted } from '../../domain/time/days';
import { dayOf } from '../../domain/time/shanghai';
import type { ChallengeCard, ChallengeDetail, CheckedIn, CheckInView, OpOf, StandingView } from '../../types/contract';
import type { ValueOf } from '../../types/contract/op';

export const today = (): string => dayOf(Date.now());

/** Twenty minutes a day, from ten days ago for a month. */
export function challengeOf(change: Partial<ChallengeCard> = {}): ChallengeCard {
  return {
    id: 'autumn',
    title: '秋日共读',
    tagline: '每天二十分钟',
    startsOn: shifted(today(), -10),
    endsOn: shifted(today(), 20),
    rule: { kind: 'minutes', least: 20 },
    entry: 'personal',
    phase: 'running',
    ...change,
  };
}

export const NOTHING_TODAY = { minutes: 0, pages: 0, characters: 0, lacks: 20, counts: false };

/** Six days in a row up to yesterday, nothing today. */
export function standingOf(change: Partial<StandingView> = {}): StandingView {
  return {
    joinedOn: shifted(today(), -10),
    current: 6,
    longest: 8,
    days: 8,
    minutes: 240,
    badges: [{ badge: 'first-day', on: shifted(today(), -10) }],
    cards: { held: 0, owed: 0, daysToNext: 1 },
    fillable: [],
    lateLeft: 2,
    today: { day: today(), ...NOTHING_TODAY },
    ...change,
  };
}

type Today = ValueOf<OpOf<'reading.today'>>;

export function todayAnswer(change: Partial<Today> = {}): Today {
  return {
    challenges: [{ ...challengeOf(), mine: standingOf() }],
    books: [{ id: '9787506365437', title: '活着', author: '余华' }, { title: '家里的旧书' }],
    seenAs: 'nobody',
    now: Date.now(),
    ...change,
  };
}

export function detailOf(change: Partial<ChallengeDetail> = {}): ChallengeDetail {
  return {
    ...challengeOf(),
    description: ['读什么都行。'],
    rewards: ['读满 21 天，送书签'],
    mine: standingOf(),
    seenAs: 'nobody',
    now: Date.now(),
    ...change,
  };
}

export function checkInViewOf(change: Partial<CheckInView> = {}): CheckInView {
  return {
    id: 'c1',
    challengeId: 'autumn',
    day: today(),
    at: Date.now(),
    book: { id: '9787506365437', title: '活着' },
    minutes: 20,
    pages: 0,
    note: '',
    photos: [],
    shared: false,
    state: 'draft',
    likes: 0,
    comments: 0,
    editable: true,
    ...change,
  };
}

/** Today's twenty minutes, which make it seven days. */
export function checkedInOf(change: Partial<CheckedIn> = {}): CheckedIn {
  return {
    checkIn: checkInViewOf(),
    standing: standingOf({
      current: 7,
      cards: { held: 1, owed: 0, daysToNext: 7 },
      today: { day: today(), minutes: 20, pages: 0, characters: 0, lacks: 0, counts: true },
    }),
    badges: [],
    ...change,
  };
}
