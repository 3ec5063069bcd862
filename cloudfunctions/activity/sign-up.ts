import * as v from 'valibot';
import { tidyAnswers } from '../../domain/signup/answers';
import type { Claim, PoolView, SessionTerms } from '../../domain/signup/pool';
import { type RegistrationRecord, registrationFor } from '../../domain/signup/registration';
import { decideSignUp } from '../../domain/signup/sign-up';
import { HELD } from '../../domain/signup/states';
import type { Answer } from '../../types/contract';
import type { ActivityContract, SignUp } from '../../types/contract/activity';
import { byId, insertOnce } from '../kit/documents';
import { fields, id } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { readPool, takePlace } from '../kit/places';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { presentRegistration } from './present';

type SignUpAnswer = Answer<ActivityContract['signUp']>;

/** Times a decision is made anew because the pool changed meanwhile; in a rush each means that somebody else got one. */
const TRIES = 5;

const answers = v.pipe(
  fields,
  v.record(v.pipe(v.string(), v.maxLength(40)), v.union([v.pipe(v.string(), v.maxLength(500)), v.number()])),
  v.check((given) => Object.keys(given).length <= 30, 'at most 30 answers'),
);

/** Writes the registration that a claim stands for, unless an earlier try of the same request has. */
async function register(
  pool: PoolView,
  claim: Claim,
  session: SessionTerms,
  input: SignUp,
  call: WriteCall,
): Promise<SignUpAnswer> {
  const { memberId, enterpriseId } = call.caller;
  if (memberId === undefined || enterpriseId === undefined) throw new Error('a claim without a member');
  const { cancelUntil } = pool.terms;
  const what = { activityId: pool._id, session, cancelUntil, answers: tidyAnswers(input.answers) };
  const record = registrationFor(claim, { memberId, enterpriseId }, what);
  if (await insertOnce('registrations', record)) return { ok: true, value: presentRegistration(record, pool.terms) };
  return known(pool, claim.registration, call);
}

/** What became of a request that was accepted before. */
async function known(pool: PoolView, registrationId: string, { request }: WriteCall): Promise<SignUpAnswer> {
  const record = await byId<RegistrationRecord>('registrations', registrationId);
  // The sweep has just declared the claim abandoned and is about to free it: after that the same request may try anew.
  if (!record || record.void) throw new Busy('claim is being swept');
  const first = record.requests.find((each) => each.id === request.id);
  if (first && first.digest !== request.digest) return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  return { ok: true, value: presentRegistration(record, pool.terms) };
}

/**
 * Told that they have a place, people rely on it. So it is said only of a registration that stands: a claim may be on
 * its way to one, or left by a call that died, and then the sweep takes it back.
 */
async function refusal(refused: Extract<SignUpAnswer, { ok: false }>): Promise<SignUpAnswer> {
  if (refused.refusal !== 'ALREADY') return refused;
  const record = await byId<RegistrationRecord>('registrations', refused.detail.registrationId);
  if (!record || !HELD.includes(record.state)) throw new Busy('a claim without its registration');
  return refused;
}

/** Claim first, then the registration: so a confirmed registration always has its place. */
export const signUp = write<'activity.signUp'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id, sessionId: id, zoneId: v.exactOptional(id), answers }),
  async run(input, call) {
    const registrationId = call.newId();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const pool = await readPool(input.activityId, call.caller.memberId);
      if (!pool) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
      const decision = decideSignUp(pool, {
        input,
        request: call.request,
        applicant: call.caller,
        registrationId,
        now: call.now,
      });
      switch (decision.kind) {
        case 'refuse':
          return refusal(decision.refused);
        case 'replay':
          return known(pool, decision.registrationId, call);
        case 'resume':
          return register(pool, decision.claim, decision.session, input, call);
        case 'take':
          if (await takePlace(pool, decision.memberId, decision.claim)) {
            return register(pool, decision.claim, decision.session, input, call);
          }
          break;
        default:
          decision satisfies never;
      }
    }
    throw new Busy('the pool kept changing');
  },
});
