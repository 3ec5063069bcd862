import { useRef, useState } from 'react';
import { tidyAnswers } from '../../../domain/signup/answers';
import { answerFaults, answerFrom } from '../../../domain/wording/answers';
import type { ActivityDetail, Answers, Registration } from '../../../types/contract/activity';
import type { SessionId, ZoneId } from '../../../types/vocabulary';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';

type SignUpRefused = RefusedBy<'activity.signUp'>;

export interface SignUpForm {
  session: SessionId | undefined;
  zone: ZoneId | undefined;
  typed: Record<string, string>;
  faults: Record<string, string>;
  busy: boolean;
  refused: SignUpRefused | undefined;
  done: Registration | undefined;
  chooseSession: (id: SessionId) => void;
  chooseZone: (id: ZoneId) => void;
  answer: (questionId: string, text: string) => void;
  submit: () => Promise<void>;
  /** Begins anew, after a place was given. */
  beginAnew: () => void;
}

const withRoom = <P extends { id: string; places: { left: number } }>(list: readonly P[]): string | undefined => {
  const open = list.filter(({ places }) => places.left > 0);
  return open.length === 1 ? open[0]?.id : undefined;
};

/** What would be sent, and what is still missing or wrong with it, by question or part. */
function checked(
  detail: ActivityDetail,
  choice: { session?: SessionId; zone?: ZoneId },
  typed: Record<string, string>,
) {
  const answers: Answers = {};
  for (const question of detail.questions) answers[question.id] = answerFrom(question, typed[question.id] ?? '');
  const faults = answerFaults(detail.questions, answers);
  const zones = detail.sessionList.find(({ id }) => id === choice.session)?.zones ?? [];
  if (choice.session === undefined) faults.session = '请选一个场次';
  else if (zones.length > 0 && choice.zone === undefined) faults.zone = '请选一个分区';
  return { answers: tidyAnswers(answers), faults };
}

/** Session and zone; where there is but one with places it is chosen already. */
function useChoice(detail: ActivityDetail) {
  const [picked, setPicked] = useState<SessionId>();
  const [pickedZone, setPickedZone] = useState<ZoneId>();
  const session = picked ?? withRoom(detail.sessionList);
  const zones = detail.sessionList.find(({ id }) => id === session)?.zones ?? [];
  const zone = zones.some(({ id }) => id === pickedZone) ? pickedZone : withRoom(zones);
  const choice = { ...(session === undefined ? {} : { session }), ...(zone === undefined ? {} : { zone }) };
  return { choice, setPicked, setPickedZone };
}

/** The form on the way to a place. */
export function useSignUp(detail: ActivityDetail): SignUpForm {
  const send = useRef(command('activity.signUp'));
  const { choice, setPicked, setPickedZone } = useChoice(detail);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<SignUpRefused>();
  const [done, setDone] = useState<Registration>();
  const mended = (part: string): void => setFaults(({ [part]: _gone, ...rest }) => rest);

  async function submit(): Promise<void> {
    const { session: sessionId, zone: zoneId } = choice;
    const { answers, faults: wrong } = checked(detail, choice, typed);
    setFaults(wrong);
    if (sessionId === undefined || Object.keys(wrong).length > 0) return;
    setBusy(true);
    setRefused(undefined);
    const input = { activityId: detail.id, sessionId, ...(zoneId === undefined ? {} : { zoneId }), answers };
    const outcome = await send.current(input);
    setBusy(false);
    if (outcome.ok) {
      keepAnswer('activity.registration', { registrationId: outcome.value.id }, { ...outcome.value, now: serverNow() });
      setDone(outcome.value);
    } else {
      setRefused(outcome);
    }
    if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate('activity.get', 'activity.mine', 'activity.list');
  }

  return {
    session: choice.session,
    zone: choice.zone,
    typed,
    faults,
    busy,
    refused,
    done,
    chooseSession: (id) => {
      setPicked(id);
      setRefused(undefined);
      mended('session');
    },
    chooseZone: (id) => {
      setPickedZone(id);
      setRefused(undefined);
      mended('zone');
    },
    answer: (questionId, text) => {
      setTyped((before) => ({ ...before, [questionId]: text }));
      mended(questionId);
    },
    submit,
    beginAnew: () => {
      setDone(undefined);
      setPicked(undefined);
      setPickedZone(undefined);
    },
  };
}
