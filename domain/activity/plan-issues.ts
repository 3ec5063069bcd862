import type { Issue, Plan, Question, SessionPlan } from '../../types/contract';
import { POOL_PLACES, SHARDS_MOST, shardsFor } from '../signup/pool';

/** Shards of all pools of one activity together: they are read in one query. */
const SHARDS_OF_ALL = 100;

const SESSION_ID = /^s[0-9a-z]{1,6}$/;
const ZONE_ID = /^[0-9a-z]{1,6}$/;
const MOST_PLACES = POOL_PLACES * SHARDS_MOST;

function repeats(named: readonly { id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size !== named.length;
}

const isCount = (places: number): boolean => Number.isSafeInteger(places) && places >= 0;

type Finding = [path: string, message: string, wrong: boolean];

const found = (findings: readonly Finding[]): Issue[] =>
  findings.flatMap(([path, message, wrong]) => (wrong ? [{ path, message }] : []));

/** Session, zone and field by their ids, since a form may show them in another order. */
function sessionFindings(session: SessionPlan): Finding[] {
  const { id, startsAt, endsAt, capacity, zones } = session;
  const path = `sessions.${id}`;
  return [
    [path, 'an id is s and up to 6 of 0-9 a-z', !SESSION_ID.test(id)],
    [`${path}.endsAt`, 'ends before it starts', endsAt <= startsAt],
    [`${path}.capacity`, 'a whole number', !isCount(capacity)],
    [`${path}.zones`, 'ids repeat', repeats(zones)],
    ...zones.flatMap((zone): Finding[] => [
      [`${path}.zones.${zone.id}`, 'an id is up to 6 of 0-9 a-z', !ZONE_ID.test(zone.id)],
      [`${path}.zones.${zone.id}.capacity`, 'a whole number', !isCount(zone.capacity)],
    ]),
  ];
}

function questionFindings(question: Question): Finding[] {
  const path = `questions.${question.id}`;
  switch (question.kind) {
    case 'choice': {
      const { options } = question;
      return [[`${path}.options`, 'at least two, each once', new Set(options).size !== options.length || !options[1]]];
    }
    case 'number':
      return [[`${path}.range`, 'the most is less than the least', question.max < question.min]];
    case 'text':
    case 'phone':
      return [];
    default:
      return question satisfies never;
  }
}

/** Places of each pool: of all sessions together, or of each where everybody may have a place in each. */
function poolSizes({ onePlacePer, sessions }: Plan): number[] {
  const sizes = sessions.map(({ capacity }) => capacity);
  return onePlacePer === 'session' ? sizes : [sizes.reduce((sum, size) => sum + size, 0)];
}

function placesFindings(plan: Plan): Finding[] {
  const { each, own = {} } = plan.quota ?? {};
  const { absences = 1, days = 1 } = plan.coolDown ?? {};
  // What is only announced has no pool yet, so it may be of any size.
  const sizes = plan.preview ? [] : poolSizes(plan);
  const shards = sizes.reduce((sum, places) => sum + shardsFor(places), 0);
  const tooMany = sizes.some((places) => places > MOST_PLACES) || shards > SHARDS_OF_ALL;
  return [
    ['sessions', `more than ${MOST_PLACES} places together`, tooMany],
    ['quota', 'whole numbers', ![each ?? 0, ...Object.values(own)].every(isCount)],
    ['coolDown', 'whole numbers from 1', ![absences, days].every((count) => isCount(count) && count >= 1)],
    ['companions', 'from 0 to 5', !isCount(plan.companions) || plan.companions > 5],
  ];
}

/** A window that reaches past the end takes people in, or lets them out, when it is over. */
function windowFindings({ preview, closesAt, cancelUntil, sessions }: Plan): Finding[] {
  // Of what is only announced the window is not settled.
  if (preview || sessions.length === 0) return [];
  const end = Math.max(...sessions.map(({ endsAt }) => endsAt));
  return [
    ['closesAt', 'after the end', closesAt > end],
    ['cancelUntil', 'after the end', cancelUntil > end],
  ];
}

/** Why a plan cannot be stored; each names the field, sessions and zones by their ids. */
export function planIssues(plan: Plan): Issue[] {
  return found([
    ['sessions', 'at least one', plan.sessions.length === 0],
    ['sessions', 'ids repeat', repeats(plan.sessions)],
    ...plan.sessions.flatMap(sessionFindings),
    ...placesFindings(plan),
    ['closesAt', 'before opensAt', plan.closesAt <= plan.opensAt],
  ]);
}

/** What is asked of an organizer's plan beyond that: that it makes sense to those who read it. */
export function senseIssues(plan: Plan): Issue[] {
  return found([
    ['questions', 'ids repeat', repeats(plan.questions)],
    ['allocation', 'draws are not held yet', plan.allocation === 'draw'],
    ...plan.questions.flatMap(questionFindings),
    ...windowFindings(plan),
  ]);
}
