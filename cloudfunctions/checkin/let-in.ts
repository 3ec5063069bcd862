import type { MemberRecord } from '../../domain/member/member';
import { recall } from '../../domain/request/remembered';
import type { Attendance, RegistrationRecord } from '../../domain/signup/registration';
import { type CheckInDecision, decideCheckIn } from '../../domain/ticket/check-in';
import type { CheckinContract, RefusalsOf, Refused } from '../../types/contract';
import type { RegistrationId } from '../../types/vocabulary';
import type { WriteCall } from '../kit/operation';
import { change, type Decision } from '../kit/registrations';
import { type Scene, sceneOf } from './session';

/** What every way of checking in may refuse. */
export type NotLetIn = Refused<RefusalsOf<CheckinContract['admit']>>;

export const noRegistration: NotLetIn = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };

/** One way of checking in: how it is proved, and what it refuses beside what all of them do. */
export interface Entrance<P, R> {
  proof: Pick<Attendance, 'way' | 'by' | 'gate'>;
  /** An organizer, who may say so when it is over too. */
  afterwards: boolean;
  /** Said where there is no such registration. */
  missing: NotLetIn | R;
  /** The member as of now; `undefined` where they have left the union. */
  person(record: RegistrationRecord): Promise<P | undefined>;
  /** Asked of the registration alone, before anything is looked up; `isNew`: this request was not accepted before. */
  first?(record: RegistrationRecord, isNew: boolean): R | undefined;
  /** Asked of what was looked up and decided. */
  last?(scene: Scene, decision: CheckInDecision, record: RegistrationRecord): R | undefined;
}

export interface LetIn<P> extends Scene {
  kind: 'in';
  record: RegistrationRecord;
  person: P | undefined;
  /** They were in before this request. */
  again: boolean;
}

/** Refuses, or changes, or leaves it as it is: what the rules say, in the words of the store. */
function asChange(decision: CheckInDecision): Decision<NotLetIn> {
  if (decision.kind === 'again') return { kind: 'resume' };
  if (decision.kind === 'change') return decision;
  switch (decision.refusal) {
    case 'NOT_CONFIRMED':
      return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_CONFIRMED', detail: decision.detail } };
    case 'NOT_CHECK_IN_TIME':
      return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_CHECK_IN_TIME', detail: decision.detail } };
    default:
      return decision satisfies never;
  }
}

/**
 * Lets somebody in: once, whoever asks at the same moment. The change holds only against the registration as it was
 * read, so of two at once one is decided anew, on somebody who is in already. A request that was accepted before is
 * known before its code is looked at: the code has grown old since, the answer has not.
 */
export async function letIn<P extends Pick<MemberRecord, 'enterpriseId' | 'employment'>, R>(
  registrationId: RegistrationId,
  entrance: Entrance<P, R>,
  { request, now }: WriteCall,
): Promise<LetIn<P> | { kind: 'refused'; refused: NotLetIn | R }> {
  const refuse = (refused: NotLetIn | R): Decision<NotLetIn | R> => ({ kind: 'refuse', refused });
  let seen: { scene: Scene; person: P | undefined } | undefined;
  const done = await change<NotLetIn | R>(registrationId, now, {
    mayTouch: () => true,
    async decide(record) {
      const known = recall(record.requests, request);
      const first = entrance.first?.(record, known === 'new');
      if (first) return refuse(first);
      if (known === 'reused') return refuse({ ok: false, refusal: 'REQUEST_REUSED', detail: {} });
      const [scene, person] = await Promise.all([
        sceneOf(record.activityId, record.sessionId),
        entrance.person(record),
      ]);
      if ('missing' in scene) return refuse(scene.missing);
      seen = { scene, person };
      if (known === 'same') return { kind: 'resume' };
      if (!person) return refuse(noRegistration);
      const { enterpriseId, employment } = person;
      const { activity, session } = scene;
      const { brand, format, state } = activity;
      const proof = { ...entrance.proof, brand, format, enterpriseId, employment };
      const { afterwards } = entrance;
      const command = { session, cancelled: state === 'cancelled', afterwards, proof, request, now };
      const decision = decideCheckIn(record, command);
      const last = entrance.last?.(scene, decision, record);
      return last ? refuse(last) : asChange(decision);
    },
  });
  if (!done) return { kind: 'refused', refused: entrance.missing };
  if (done.kind === 'refused') return done;
  if (!seen) throw new Error(`${registrationId} was let in unseen`);
  const again = recall(done.record.requests, request) === 'new';
  return { kind: 'in', record: done.record, again, person: seen.person, ...seen.scene };
}
