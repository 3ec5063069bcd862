import * as v from 'valibot';
import { tidyAnswers } from '../../domain/signup/answers';
import { type PoolView, poolIdOf, type SessionTerms, type Terms } from '../../domain/signup/pool';
import type { QueueEntry } from '../../domain/signup/queue';
import { holdKeyOf, isEnded, newRegistration, type RegistrationRecord } from '../../domain/signup/registration';
import { decideSignUp, type SignUpDecision } from '../../domain/signup/sign-up';
import type { ActivityContract, Answer, Answers, SignedUp, SignUp } from '../../types/contract';
import { byId, find, insertOnce } from '../kit/documents';
import { fields, id } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { readPools, releasePlace, takePlace } from '../kit/places';
import { anyone } from '../kit/policy';
import { enqueue, positionOf, takeOut } from '../kit/queue';
import { Busy } from '../kit/transaction';
import { absencesOf } from './absences';
import { presentRegistration } from './present';

type SignUpAnswer = Answer<ActivityContract['signUp']>;

/** Times a decision is made anew because the pool changed meanwhile; in a rush each means that somebody else got one. */
const TRIES = 5;

const isAnswer = (answer: unknown): answer is string | number =>
  typeof answer === 'number' || (typeof answer === 'string' && answer.length <= 500);

/** Checked name by name: valibot's record drops names like `constructor`, and an answer to no question is refused. */
const answers = v.custom<Answers>((given) => {
  if (!v.is(fields, given)) return false;
  const entries = Object.entries(given);
  return entries.length <= 30 && entries.every(([name, answer]) => name.length <= 40 && isAnswer(answer));
}, 'expects at most 30 answers, each a number or a text of at most 500 characters');

/** What a place, a wish in the queue or an application has in common on its way to a registration. */
interface Held {
  state: 'confirmed' | 'waitlisted' | 'applied';
  pool: Pick<PoolView, 'of' | 'activityId' | 'terms'>;
  held: Omit<QueueEntry, 'memberId'>;
  session: SessionTerms;
  queuePage?: number;
}

async function signedUp(record: RegistrationRecord, terms: Terms): Promise<SignUpAnswer> {
  const value: SignedUp = presentRegistration(record, terms);
  if (record.state !== 'waitlisted') return { ok: true, value };
  const position = await positionOf(record.poolId, record._id);
  return { ok: true, value: position === undefined ? value : { ...value, position } };
}

/** What became of a request that was accepted before. */
async function known(
  terms: Terms,
  record: RegistrationRecord | undefined,
  { request }: WriteCall,
): Promise<SignUpAnswer> {
  // The sweep has just declared the claim abandoned and is about to free it: after that the same request may try anew.
  if (!record || record.void) throw new Busy('claim is being swept');
  const first = record.requests.find((each) => each.id === request.id);
  if (first && first.digest !== request.digest) return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  return signedUp(record, terms);
}

const registrationOf = (id: string) => byId<RegistrationRecord>('registrations', id);

/**
 * Somebody's other registration holds the key that this one wants: what was just taken for it is let go, and that one
 * is the answer.
 */
async function heldAlready(
  record: RegistrationRecord,
  { state, pool, queuePage }: Held,
  call: WriteCall,
): Promise<SignUpAnswer> {
  if (state === 'confirmed') await releasePlace(record, call.now, 'unseen');
  if (queuePage !== undefined) await takeOut(pool.of, queuePage, record._id);
  const [holder] = await find<RegistrationRecord>('registrations', { holdKey: record.holdKey }, { limit: 1 });
  if (!holder) throw new Busy('the registration that stood in the way has just ended');
  if (holder.requests[0]?.id === call.request.id) return known(pool.terms, holder, call);
  return { ok: false, refusal: 'ALREADY', detail: { registrationId: holder._id } };
}

/** Writes the registration that a claim or an entry stands for, unless an earlier try of the same request has. */
async function register(held: Held, input: SignUp, call: WriteCall): Promise<SignUpAnswer> {
  const { memberId, enterpriseId } = call.caller;
  if (memberId === undefined || enterpriseId === undefined) throw new Error('a claim without a member');
  const { pool } = held;
  const { of: poolId, activityId, terms } = pool;
  const { promiseV } = terms;
  const who = { memberId, enterpriseId, answers: tidyAnswers(input.answers) };
  const record = newRegistration({ ...held, poolId, activityId, terms, promiseV, ...who });
  if (await insertOnce('registrations', record)) return signedUp(record, terms);
  const standing = await registrationOf(record._id);
  return standing ? known(terms, standing, call) : heldAlready(record, held, call);
}

/**
 * Told that they have a place, people rely on it. So it is said only of a registration that stands: a claim may be on
 * its way to one, or left by a call that died, and then the sweep takes it back.
 */
async function already(registrationId: string): Promise<SignUpAnswer> {
  const record = await registrationOf(registrationId);
  if (!record || isEnded(record)) throw new Busy('a claim without its registration');
  return { ok: false, refusal: 'ALREADY', detail: { registrationId } };
}

/**
 * Who waits or has applied has no claim by which the decision knows them. So before they are refused, because the
 * window has closed or the plan has changed since, their registration is looked for: it may be this very request's.
 */
async function withoutClaim({ terms, of, queue: waits }: PoolView, call: WriteCall): Promise<SignUpAnswer | undefined> {
  const { memberId } = call.caller;
  if (memberId === undefined || !(terms.waitlist || waits || terms.allocation === 'approval')) return undefined;
  const holdKey = holdKeyOf(of, memberId);
  const [holder] = await find<RegistrationRecord>('registrations', { holdKey }, { limit: 1 });
  if (!holder) return undefined;
  if (holder.requests[0]?.id === call.request.id) return known(terms, holder, call);
  return { ok: false, refusal: 'ALREADY', detail: { registrationId: holder._id } };
}

async function refusal(
  refused: Extract<SignUpAnswer, { ok: false }>,
  pool: PoolView | undefined,
  call: WriteCall,
): Promise<SignUpAnswer> {
  if (refused.refusal === 'ALREADY') return already(refused.detail.registrationId);
  // Before it opens nobody holds anything, and many ask.
  if (!pool || refused.refusal === 'NOT_OPEN_YET') return refused;
  return (await withoutClaim(pool, call)) ?? refused;
}

/** Into the queue; `undefined` where the pool changed and there may be a place after all. */
async function queue(
  { entry, barriers, session }: Extract<SignUpDecision, { kind: 'queue' }>,
  input: SignUp,
  call: WriteCall,
): Promise<SignUpAnswer | undefined> {
  const queued = await enqueue(barriers, entry, call.now);
  const pool = barriers[0]?.pool;
  if (queued.kind === 'changed' || !pool) return undefined;
  const held = { state: 'waitlisted' as const, pool, session, queuePage: queued.page };
  if (queued.kind === 'queued') return register({ ...held, held: entry }, input, call);
  const { request, digest, registration } = queued.entry;
  if (request !== call.request.id) return already(registration);
  if (digest !== call.request.digest) return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  return register({ ...held, held: queued.entry }, input, call);
}

/** A place in the first shard that still stands as it was read; `undefined` where none does. */
async function take(
  { chances, memberId, session }: Extract<SignUpDecision, { kind: 'take' }>,
  input: SignUp,
  call: WriteCall,
): Promise<SignUpAnswer | undefined> {
  for (const { pool, claim } of chances) {
    if (await takePlace(pool, memberId, claim)) {
      return register({ state: 'confirmed', pool, held: claim, session }, input, call);
    }
  }
  return undefined;
}

async function act(
  decision: SignUpDecision,
  pools: readonly PoolView[],
  input: SignUp,
  call: WriteCall,
): Promise<SignUpAnswer | undefined> {
  switch (decision.kind) {
    case 'refuse':
      return refusal(decision.refused, pools[0], call);
    case 'replay': {
      const [pool] = pools;
      return pool && known(pool.terms, await registrationOf(decision.registrationId), call);
    }
    case 'resume': {
      const { pool, claim, session } = decision;
      return register({ state: 'confirmed', pool, held: claim, session }, input, call);
    }
    case 'apply': {
      const [pool] = pools;
      return pool && register({ state: 'applied', pool, held: decision.held, session: decision.session }, input, call);
    }
    case 'queue':
      return queue(decision, input, call);
    case 'take':
      return take(decision, input, call);
    default:
      return decision satisfies never;
  }
}

/** Claim or entry first, then the registration: so a confirmed registration always has its place. */
export const signUp = write<'activity.signUp'>({
  policy: anyone,
  schema: v.strictObject({
    activityId: id,
    sessionId: id,
    zoneId: v.exactOptional(id),
    answers,
    companions: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(5))),
  }),
  async run(input, call) {
    const { activityId, sessionId } = input;
    const { caller, request, now } = call;
    const ids = (['activity', 'session'] as const).map((per) => poolIdOf(activityId, sessionId, per));
    const registrationId = call.newId();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const pools = await readPools(ids, caller.memberId);
      const absences = await absencesOf(caller.memberId, pools[0]?.terms.coolDown, now);
      const decision = decideSignUp(pools, { input, request, applicant: caller, registrationId, absences, now });
      const answer = await act(decision, pools, input, call);
      if (answer) return answer;
    }
    throw new Busy('the pool kept changing');
  },
});
