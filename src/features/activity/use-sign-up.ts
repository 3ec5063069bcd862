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

/** What is chosen and answered on the way to a place. Where there is but one choice it is made already. */
export function useSignUp(detail: ActivityDetail): SignUpForm {
  const send = useRef(command('activity.signUp'));
  const [picked, setPicked] = useState<SessionId>();
  const [pickedZone, setPickedZone] = useState<ZoneId>();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<SignUpRefused>();
  const [done, setDone] = useState<Registration>();

  const session = picked ?? withRoom(detail.sessionList);
  const zones = detail.sessionList.find(({ id }) => id === session)?.zones ?? [];
  const zone = zones.some(({ id }) => id === pickedZone) ? pickedZone : withRoom(zones);

  async function submit(): Promise<void> {
    const answers: Answers = {};
    for (const question of detail.questions) answers[question.id] = answerFrom(question, typed[question.id] ?? '');
    const wrong = answerFaults(detail.questions, answers);
    const missing =
      session === undefined
        ? { session: '请选一个场次' }
        : zones.length > 0 && zone === undefined
          ? { zone: '请选一个分区' }
          : {};
    setFaults({ ...wrong, ...missing });
    if (session === undefined || Object.keys(wrong).length + Object.keys(missing).length > 0) return;
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({
      activityId: detail.id,
      sessionId: session,
      ...(zone === undefined ? {} : { zoneId: zone }),
      answers: tidyAnswers(answers),
    });
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
    session,
    zone,
    typed,
    faults,
    busy,
    refused,
    done,
    chooseSession: (id) => {
      setPicked(id);
      setRefused(undefined);
      setFaults(({ session: _gone, ...rest }) => rest);
    },
    chooseZone: (id) => {
      setPickedZone(id);
      setRefused(undefined);
      setFaults(({ zone: _gone, ...rest }) => rest);
    },
    answer: (questionId, text) => {
      setTyped((before) => ({ ...before, [questionId]: text }));
      setFaults(({ [questionId]: _gone, ...rest }) => rest);
    },
    submit,
    beginAnew: () => {
      setDone(undefined);
      setPicked(undefined);
      setPickedZone(undefined);
    },
  };
}
