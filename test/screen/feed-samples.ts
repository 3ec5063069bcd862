import type { OpOf } from '../../types/contract';
import type { ValueOf } from '../../types/contract/op';
import type { CommentView, NoteCard, Queued } from '../../types/contract/reading-feed';
import type { ChallengeDetail, ManagedChallenge, TeamView } from '../../types/contract/reading-operations';

const HOUR = 3_600_000;

export function noteOf(change: Partial<NoteCard> = {}): NoteCard {
  return {
    ...{ id: 'n1', challengeId: 'winter', author: '王同事', enterpriseName: '禾芩生物制药', day: '2026-11-26' },
    at: Date.now() - HOUR,
    book: { id: '9787506365437', title: '活着', author: '余华' },
    ...{ minutes: 35, pages: 20, text: '读到家珍那一段，停下来坐了一会儿。', photos: [] },
    ...{ likes: 3, liked: false, comments: 2 },
    ...change,
  };
}

export function commentOf(change: Partial<CommentView> = {}): CommentView {
  return {
    ...{ id: 'c1', author: '李同事', enterpriseName: '云岭诊断', text: '我也是', at: Date.now() - HOUR },
    ...change,
  };
}

export function wholeNoteOf(change: Partial<ValueOf<OpOf<'reading.note'>>> = {}): ValueOf<OpOf<'reading.note'>> {
  return { ...noteOf(), said: [commentOf()], now: Date.now(), ...change };
}

export function teamOf(change: Partial<TeamView> = {}): TeamView {
  return {
    ...{ id: 't1', name: '午休读书会', nameState: 'passed', invite: 'AB12CD34', captain: false },
    members: [
      { name: '王同事', days: 20, minutes: 600 },
      { name: '李同事', days: 12, minutes: 360, mine: true },
      { name: '王同事', days: 10, minutes: 300 },
    ],
    ...{ days: 42, minutes: 1_260, complete: true },
    ...change,
  };
}

/** For teams, under way from long ago until far away. */
export function challengeOf(change: Partial<ChallengeDetail> = {}): ChallengeDetail {
  return {
    ...{ id: 'winter', title: '冬天读完一本书', tagline: '每天二十分钟', startsOn: '2020-01-01', endsOn: '2099-12-31' },
    ...{ rule: { kind: 'minutes', least: 20 }, entry: 'team', goal: 100, phase: 'running' },
    ...{ description: [], rewards: [], seenAs: 'surname', now: Date.now() },
    ...change,
  };
}

export function managedChallengeOf(change: Partial<ManagedChallenge> = {}): ManagedChallenge {
  return {
    ...{ id: 'winter', state: 'draft', phase: 'soon', readers: 0 },
    plan: {
      ...{ title: '冬天读完一本书', tagline: '每天二十分钟', description: ['带上一本书。'] },
      ...{ startsOn: '2031-05-01', endsOn: '2031-06-30', rule: { kind: 'minutes', least: 20 } },
      ...{ entry: 'personal', goal: 30, rewards: ['读满送一本书'] },
    },
    ...change,
  };
}

export function queuedOf(change: Partial<Queued> = {}): Queued {
  return {
    ...{ noteId: 'n1', author: '王同事', enterpriseName: '禾芩生物制药', text: '加我微信', photos: [] },
    ...{ state: 'human', wording: 2, reports: [], at: Date.now() - HOUR },
    ...change,
  };
}
