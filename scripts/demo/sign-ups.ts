import { type ActivityRecord, activityFrom, emptyPools } from '../../domain/activity/activity';
import { digestOfInput } from '../../domain/id/base32';
import { decideCancel } from '../../domain/signup/cancel';
import type { PoolRecord } from '../../domain/signup/pool';
import { newRegistration, type RegistrationRecord } from '../../domain/signup/registration';
import { decideSignUp } from '../../domain/signup/sign-up';
import { DAY_MS } from '../../domain/time/shanghai';
import type { Answers, Question } from '../../types/contract/activity';
import type { SignUp } from '../../types/contract/registration';
import type { Instant } from '../../types/vocabulary';
import type { DemoActivity } from './activities/demo-activity';
import { type Chance, chanceOf, demoId, demoRequest } from './chance';
import type { PersonRecords } from './person';

/** One activity with all that hangs on it: they are stored together or not at all. */
export interface Staged {
  activity: ActivityRecord;
  /** A preview has none. */
  pool?: PoolRecord;
  registrations: RegistrationRecord[];
}

/** What one of the named identities did here. */
export interface Story {
  openid: string;
  sessionId: string;
  cancelled?: true;
}

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

/** Takes a place by the rules themselves; a demo that they refuse is a mistake in the demo. */
function signUp(pool: PoolRecord, who: PersonRecords, where: Omit<SignUp, 'activityId' | 'answers'>, at: Instant) {
  const { member } = who;
  const { _id: memberId, enterpriseId, status, employment } = member;
  const chance = chanceOf(`answers ${pool._id} ${memberId}`);
  const input = { activityId: pool._id, ...where, answers: answersOf(pool.terms.questions, chance) };
  const request = { id: demoRequest(`${pool._id} ${memberId}`, at), digest: digestOfInput('activity.signUp', input) };
  const registrationId = demoId(`registration ${pool._id} ${memberId}`);
  const applicant = { memberId, enterpriseId, status, employment };
  const { _id, of, activityId, shard, terms, used } = pool;
  const command = { input, request, applicant, registrationId, absences: [], now: at };
  const decision = decideSignUp([{ _id, of, activityId, shard, terms, used }], command);
  if (decision.kind !== 'take') throw new Error(`${member.openid} has no place in ${_id}: ${JSON.stringify(decision)}`);
  const { chances, session } = decision;
  const claim = chances[0]?.claim;
  if (!claim) throw new Error(`no chance in ${_id}`);
  for (const counter of claim.counters) used[counter] = (used[counter] ?? 0) + claim.seats;
  pool.claims[memberId] = claim;
  const made = { state: 'confirmed' as const, poolId: of, activityId, terms, session, held: claim };
  const { promiseV } = terms;
  return newRegistration({ ...made, memberId, enterpriseId, answers: input.answers, promiseV });
}

/** Gives the place back as `activity.cancel` leaves it: the pool remembers the request for a while. */
function giveBack(pool: PoolRecord, registration: RegistrationRecord, at: Instant): RegistrationRecord {
  const { _id, memberId, activityId } = registration;
  const input = { registrationId: _id };
  const request = { id: demoRequest(`cancel ${_id}`, at), digest: digestOfInput('activity.cancel', input) };
  const decision = decideCancel(registration, request, at);
  if (decision.kind !== 'change') throw new Error(`a place in ${activityId} cannot be given back`);
  const claim = pool.claims[memberId];
  for (const counter of claim?.counters ?? []) pool.used[counter] = (pool.used[counter] ?? 0) - registration.seats;
  delete pool.claims[memberId];
  pool.past[memberId] = { requests: [{ id: claim?.request ?? '', registration: _id }], at };
  const { pending: _done, dueAt: _settled, ...ended } = decision.next;
  return ended;
}

/** One entry for each place that is to be taken, by session and zone; in the first hours of sign-up fewer are. */
function placesTaken({ plan, taken }: DemoActivity, now: Instant): { sessionId: string; zoneId?: string }[] {
  const share = Math.min(1, Math.max(0, now - plan.opensAt) / (DAY_MS / 2));
  return Object.entries(taken).flatMap(([counter, count]) => {
    const [sessionId = '', zoneId] = counter.split('_');
    const place = zoneId === undefined ? { sessionId } : { sessionId, zoneId };
    return Array.from({ length: Math.floor(count * share) }, () => place);
  });
}

/** Those of the crowd who may sign up here, in the order in which they do. */
function takers(demo: DemoActivity, crowd: readonly PersonRecords[], chance: Chance): PersonRecords[] {
  const { enterprises, employments } = demo.plan.eligibility;
  return chance.shuffled(
    crowd.filter(
      ({ member }) =>
        (enterprises?.includes(member.enterpriseId) ?? true) && (employments?.includes(member.employment) ?? true),
    ),
  );
}

/** The activity as it stands `now`: the places that are taken have members who took them, in the window, by the rules. */
export function staged(
  demo: DemoActivity,
  people: { crowd: readonly PersonRecords[]; named: readonly PersonRecords[]; stories: readonly Story[] },
  now: Instant,
): Staged {
  const activity = activityFrom(demo.plan);
  if (demo.plan.preview) return { activity, registrations: [] };
  const [empty, ...more] = emptyPools(activity);
  if (!empty || more.length > 0) throw new Error(`${demo.plan.id} has not one pool`);
  const pool: PoolRecord = { ...empty, sweptTo: now };
  const chance = chanceOf(`activity ${demo.plan.id}`);
  const crowd = takers(demo, people.crowd, chance);
  const until = Math.min(now, demo.plan.closesAt - 1);
  const registrations: RegistrationRecord[] = [];
  for (const { openid, sessionId, cancelled } of people.stories) {
    const who = people.named.find(({ member }) => member.openid === openid);
    if (!who) throw new Error(`nobody is called ${openid}`);
    const at = demo.plan.opensAt + Math.floor((until - demo.plan.opensAt) / 9);
    const registration = signUp(pool, who, { sessionId }, at);
    registrations.push(cancelled ? giveBack(pool, registration, at + 5 * 3_600_000) : registration);
  }
  const places = chance.shuffled(placesTaken(demo, now));
  places.forEach((place, index) => {
    const who = crowd[index];
    if (!who) throw new Error(`too few people for ${demo.plan.id}`);
    const at = demo.plan.opensAt + Math.floor(((until - demo.plan.opensAt) * (index + 1)) / (places.length + 1));
    registrations.push(signUp(pool, who, place, at));
  });
  return { activity, pool, registrations: registrations.map((each) => afterwards(each, now)) };
}

/** Whoever had a place in what is over was there. */
function afterwards(registration: RegistrationRecord, now: Instant): RegistrationRecord {
  const over = registration.state === 'confirmed' && registration.endsAt <= now;
  return over ? { ...registration, state: 'attended' } : registration;
}
