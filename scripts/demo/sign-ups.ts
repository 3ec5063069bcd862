import { type ActivityRecord, activityFrom, emptyPools } from '../../domain/activity/activity';
import { digestOfInput } from '../../domain/id/base32';
import { decideCancel } from '../../domain/signup/cancel';
import { enterpriseOf, heldName } from '../../domain/signup/counters';
import type { Claim, PoolRecord } from '../../domain/signup/pool';
import { emptyPage, type QueuePage } from '../../domain/signup/queue';
import { newRegistration, type RegistrationRecord } from '../../domain/signup/registration';
import { decideSignUp, type SignUpDecision } from '../../domain/signup/sign-up';
import type { Answers, Question, SignUp } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import type { DemoActivity } from './activities/demo-activity';
import { type Chance, chanceOf, demoId, demoRequest } from './chance';
import type { PersonRecords } from './person';

/** One activity as it is filled: its document, its pool and its queue are changed as the functions would change them. */
export interface Filling {
  activity: ActivityRecord;
  pool: PoolRecord;
  queue?: QueuePage;
}

export type Where = Omit<SignUp, 'activityId' | 'answers'>;

function answerTo(question: Question, chance: Chance): string | number | undefined {
  switch (question.kind) {
    case 'choice':
      return chance.pick(question.options);
    case 'phone':
      // Somebody at home: a member's own number stands in `members` alone.
      return `1390000${String(chance.below(10_000)).padStart(4, '0')}`;
    case 'number':
      return question.min + chance.below(Math.min(4, question.max - question.min + 1));
    case 'text':
      return question.required ? '好' : undefined;
    default:
      return question satisfies never;
  }
}

function answersOf(questions: readonly Question[], chance: Chance): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    const answer = answerTo(question, chance);
    if (answer !== undefined) answers[question.id] = answer;
  }
  return answers;
}

/** An empty activity to fill; throws where it is so large that it has shards, which no demo is. */
export function filling({ plan }: DemoActivity, now: Instant): Filling {
  const activity = activityFrom(plan);
  const [pool, ...more] = emptyPools(activity);
  if (!pool || more.length > 0) throw new Error(`${plan.id} has not one pool`);
  return { activity, pool: { ...pool, sweptTo: now } };
}

/** Writes a claim with everything that is counted with it. */
export function hold({ pool }: Filling, memberId: MemberId, claim: Claim): void {
  const { counters, seats } = claim;
  const enterpriseId = enterpriseOf(claim);
  for (const counter of counters) pool.used[counter] = (pool.used[counter] ?? 0) + seats;
  pool.claims[memberId] = claim;
  if (enterpriseId === undefined) return;
  const name = heldName(counters[0] ?? '', enterpriseId);
  pool.held[name] = (pool.held[name] ?? 0) + seats;
  if (!pool.enterprises.includes(enterpriseId)) pool.enterprises.push(enterpriseId);
}

/** What a decision comes to in the documents. */
function taken(
  into: Filling,
  decision: SignUpDecision,
): Pick<Parameters<typeof newRegistration>[0], 'state' | 'held' | 'session' | 'queuePage'> {
  const { pool } = into;
  switch (decision.kind) {
    case 'take': {
      const claim = decision.chances[0]?.claim;
      if (!claim) break;
      hold(into, decision.memberId, claim);
      return { state: 'confirmed', held: claim, session: decision.session };
    }
    case 'queue': {
      const { entry, barriers, session } = decision;
      into.queue ??= emptyPage(pool.of, 1);
      into.queue.entries.push(entry);
      into.queue.appended += 1;
      const on = Object.fromEntries(
        barriers.flatMap(({ blocked }) => blocked).map((counter) => [counter, true as const]),
      );
      pool.queue = { page: 1, on: { ...pool.queue?.on, ...on } };
      return { state: 'waitlisted', held: entry, session, queuePage: 1 };
    }
    case 'apply':
      return { state: 'applied', held: decision.held, session: decision.session };
    case 'resume':
    case 'replay':
    case 'refuse':
      break;
    default:
      return decision satisfies never;
  }
  throw new Error(`a demo that the rules refuse, in ${pool._id}: ${JSON.stringify(decision)}`);
}

/** Signs somebody up by the rules themselves; a demo that they refuse is a mistake in the demo. */
export function signUp(into: Filling, who: PersonRecords, where: Where, at: Instant): RegistrationRecord {
  const { _id: memberId, enterpriseId, status, employment } = who.member;
  const { _id, of, activityId, shard, terms, used, queue } = into.pool;
  const chance = chanceOf(`answers ${_id} ${memberId}`);
  const input = { activityId, ...where, answers: answersOf(terms.questions, chance) };
  const request = { id: demoRequest(`${_id} ${memberId}`, at), digest: digestOfInput('activity.signUp', input) };
  const registrationId = demoId(`registration ${_id} ${memberId}`);
  const applicant = { memberId, enterpriseId, status, employment };
  const view = { _id, of, activityId, shard, terms, used, ...(queue && { queue }) };
  const decision = decideSignUp([view], { input, request, applicant, registrationId, absences: [], now: at });
  const made = taken(into, decision);
  const { promiseV } = terms;
  const { answers } = input;
  return newRegistration({ ...made, poolId: of, activityId, terms, memberId, enterpriseId, answers, promiseV });
}

/** Lets the claim of a registration go, as the pool remembers it for a while. */
export function release({ pool }: Filling, record: RegistrationRecord, at: Instant): void {
  const { _id, memberId, requests, sessionId, enterpriseId } = record;
  const claim = pool.claims[memberId];
  const name = heldName(sessionId, enterpriseId);
  if (claim) pool.held[name] = (pool.held[name] ?? 0) - claim.seats;
  for (const counter of claim?.counters ?? []) pool.used[counter] = (pool.used[counter] ?? 0) - (claim?.seats ?? 0);
  delete pool.claims[memberId];
  pool.past[memberId] = { requests: [{ id: requests[0]?.id ?? '', registration: _id }], at };
}

/** Gives the place back as `activity.cancel` leaves it. */
export function giveBack(into: Filling, registration: RegistrationRecord, at: Instant): RegistrationRecord {
  const { _id } = registration;
  const input = { registrationId: _id };
  const request = { id: demoRequest(`cancel ${_id}`, at), digest: digestOfInput('activity.cancel', input) };
  const decision = decideCancel(registration, request, at);
  if (decision.kind !== 'change') throw new Error(`a place in ${registration.activityId} cannot be given back`);
  release(into, registration, at);
  const { pending: _done, dueAt: _settled, ...ended } = decision.next;
  return ended;
}
