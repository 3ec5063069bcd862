import type { ScoreIssue } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { digestOfInput } from '../id/base32';
import type { Length } from './discipline';
import { after, COUNTING, type FixtureEvent, type FixtureState } from './result-states';
import type { Outcome, Side } from './score';
import { outcomeIssue } from './score-issue';

/** What is known of a fixture's result. It is part of the fixture's document. */
export interface ResultRecord {
  state: FixtureState;
  outcome?: Outcome;
  /** Whose captain said so first. */
  reportedBy?: Side;
  /** From then on silence has confirmed it, whether or not a sweep has come by; while `reported` alone. */
  dueAt?: Instant;
  dispute?: Dispute;
}

export interface Dispute {
  by: Side;
  at: Instant;
  words: string;
  /** File ids. */
  photos: readonly string[];
  /** How they say that it ended. */
  claims?: Outcome;
}

/** What the fixture is played by, and the time. */
export interface ResultContext extends Length {
  knockout: boolean;
  now: Instant;
  /** How long the other captain has to answer, milliseconds. */
  answerMs: number;
}

export const UNPLAYED: ResultRecord = { state: 'unplayed' };

export type ResultChange = { kind: 'change'; result: ResultRecord };
type Known = { kind: 'known' };
type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };
type NotNow = Refusal<'NOT_NOW', { state: FixtureState }>;
type BadScore = Refusal<'BAD_SCORE', { issue: ScoreIssue }>;
type AlreadyConfirmed = Refusal<'ALREADY_CONFIRMED', { dueAt: Instant }>;
type NotYours = Refusal<'NOT_YOURS', Record<never, never>>;

export function sameOutcome(a: Outcome, b: Outcome): boolean {
  return digestOfInput('outcome', a) === digestOfInput('outcome', b);
}

function notNow({ state }: ResultRecord): NotNow {
  return { kind: 'refuse', refusal: 'NOT_NOW', detail: { state } };
}

function badScore(outcome: Outcome, { knockout, ...length }: ResultContext): BadScore | undefined {
  const issue = outcomeIssue(outcome, length, knockout);
  return issue && { kind: 'refuse', refusal: 'BAD_SCORE', detail: { issue } };
}

/** Silence has confirmed what was reported. */
function tooLate({ state, dueAt }: ResultRecord, now: Instant): AlreadyConfirmed | undefined {
  if (state !== 'reported' || dueAt === undefined || now < dueAt) return undefined;
  return { kind: 'refuse', refusal: 'ALREADY_CONFIRMED', detail: { dueAt } };
}

function moved(record: ResultRecord, event: FixtureEvent, rest: Omit<ResultRecord, 'state'>): ResultChange | NotNow {
  const state = after(record.state, event);
  return state === undefined ? notNow(record) : { kind: 'change', result: { ...rest, state } };
}

function withoutDue({ dueAt: _due, state: _state, ...rest }: ResultRecord): Omit<ResultRecord, 'state'> {
  return rest;
}

/**
 * A captain says how it ended. If the other one has said the same, it is confirmed; if they said otherwise, disputed: so
 * it makes no difference which of two reports that are made at once comes first.
 */
export function reported(
  record: ResultRecord,
  { side, outcome }: { side: Side; outcome: Outcome },
  context: ResultContext,
): ResultChange | Known | NotNow | BadScore | AlreadyConfirmed {
  const { now, answerMs } = context;
  const refused = badScore(outcome, context) ?? tooLate(record, now);
  if (refused) return refused;
  const { state, outcome: said, reportedBy } = record;
  const same = said !== undefined && sameOutcome(said, outcome);
  if (state === 'reported' && reportedBy !== side) {
    if (same) return moved(record, 'agree', withoutDue(record));
    const dispute: Dispute = { by: side, at: now, words: '', photos: [], claims: outcome };
    return moved(record, 'dispute', { ...withoutDue(record), dispute });
  }
  if (state === 'reported' && same) return { kind: 'known' };
  return moved(record, 'report', { outcome, reportedBy: side, dueAt: now + answerMs });
}

/** The other captain says that it is right. */
export function agreed(record: ResultRecord, side: Side): ResultChange | Known | NotNow | NotYours {
  if (record.state === 'confirmed') return { kind: 'known' };
  if (record.state === 'reported' && record.reportedBy === side) {
    return { kind: 'refuse', refusal: 'NOT_YOURS', detail: {} };
  }
  return moved(record, 'agree', withoutDue(record));
}

/** The sweep: nobody has answered until `dueAt`. */
export function lapsed(record: ResultRecord, now: Instant): ResultChange | Known {
  if (!tooLate(record, now)) return { kind: 'known' };
  const next = moved(record, 'agree', withoutDue(record));
  return next.kind === 'change' ? next : { kind: 'known' };
}

/** The other captain says that it is wrong, with words and photos for the referee; not once silence has confirmed it. */
export function disputed(
  record: ResultRecord,
  dispute: Dispute,
  context: ResultContext,
): ResultChange | NotNow | BadScore | AlreadyConfirmed | NotYours {
  const refused = (dispute.claims && badScore(dispute.claims, context)) ?? tooLate(record, context.now);
  if (refused) return refused;
  if (record.state === 'reported' && record.reportedBy === dispute.by) {
    return { kind: 'refuse', refusal: 'NOT_YOURS', detail: {} };
  }
  return moved(record, 'dispute', { ...withoutDue(record), dispute });
}

/** The captain who reported takes it back, before anybody has answered. */
export function takenBack(
  record: ResultRecord,
  side: Side,
  now: Instant,
): ResultChange | NotNow | AlreadyConfirmed | NotYours {
  const late = tooLate(record, now);
  if (late) return late;
  if (record.state === 'reported' && record.reportedBy !== side) {
    return { kind: 'refuse', refusal: 'NOT_YOURS', detail: {} };
  }
  return moved(record, 'take-back', {});
}

/** By how it ended: a match that neither, or only one, came to was not played. */
export function eventOf({ kind }: Outcome): 'enter' | 'award' {
  return kind === 'walkover' || kind === 'both-absent' ? 'award' : 'enter';
}

/** A referee or organizer says how it ended. What counts already they change by a correction only. */
export function ruled(
  record: ResultRecord,
  outcome: Outcome,
  context: ResultContext,
): ResultChange | NotNow | BadScore {
  if (COUNTING.includes(record.state)) return notNow(record);
  const refused = badScore(outcome, context);
  if (refused) return refused;
  const { dispute } = record;
  return moved(record, eventOf(outcome), { outcome, ...(dispute && { dispute }) });
}

/**
 * A result that counts is changed, or with `undefined` taken back so that the match is played again. Whether what stands
 * behind it allows that is asked first, of `corrected`.
 */
export function replaced(record: ResultRecord, outcome: Outcome | undefined): ResultChange | NotNow {
  if (!COUNTING.includes(record.state)) return notNow(record);
  return outcome ? moved(record, eventOf(outcome), { outcome }) : moved(record, 'void', {});
}
