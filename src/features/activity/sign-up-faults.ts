import { tidyAnswers } from '../../../domain/signup/answers';
import { answerFaults, answerFrom } from '../../../domain/wording/answers';
import type { ActivityDetail, Answers } from '../../../types/contract/activity';
import type { PlaceChoice } from './way-in';

/** What is missing or wrong. Questions keep to themselves: their ids are the organizer's, and one may be `zone`. */
export interface Faults {
  session?: string;
  zone?: string;
  /** By question id. */
  answers: Record<string, string>;
}
export const NO_FAULTS: Faults = { answers: {} };

export const countFaults = ({ session, zone, answers }: Faults): number =>
  [session, zone, ...Object.values(answers)].filter((fault) => fault !== undefined).length;

/** What would be sent, and what is still missing or wrong with it. */
export function checked(detail: ActivityDetail, { session, zone }: PlaceChoice, typed: Record<string, string>) {
  const answers: Answers = {};
  for (const question of detail.questions) answers[question.id] = answerFrom(question, typed[question.id] ?? '');
  const zones = detail.sessionList.find(({ id }) => id === session)?.zones ?? [];
  const faults: Faults = {
    ...(session === undefined ? { session: '请选一个场次' } : {}),
    ...(session !== undefined && zones.length > 0 && zone === undefined ? { zone: '请选一个分区' } : {}),
    answers: answerFaults(detail.questions, answers),
  };
  return { answers: tidyAnswers(answers), faults };
}
