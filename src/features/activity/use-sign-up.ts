import { useRef, useState } from 'react';
import { tidyAnswers } from '../../../domain/signup/answers';
import { HELD } from '../../../domain/signup/states';
import { answerFaults, answerFrom } from '../../../domain/wording/answers';
import type { ActivityDetail, Answers, Registration } from '../../../types/contract/activity';
import type { SessionId, ZoneId } from '../../../types/vocabulary';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';

type SignUpRefused = RefusedBy<'activity.signUp'>;

/** What is missing or wrong. Questions keep to themselves: their ids are the organizer's, and one may be `zone`. */
export interface Faults {
  session?: string;
  zone?: string;
  /** By question id. */
  answers: Record<string, string>;
}
const NO_FAULTS: Faults = { answers: {} };

export const countFaults = ({ session, zone, answers }: Faults): number =>
  [session, zone, ...Object.values(answers)].filter((fault) => fault !== undefined).length;

export interface SignUpForm {
  session: SessionId | undefined;
  zone: ZoneId | undefined;
  typed: Record<string, string>;
  faults: Faults;
  /** A session or zone that just filled up was unchosen: another one comes first. */
  stuck: boolean;
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

/** What would be sent, and what is still missing or wrong with it. */
function checked(detail: ActivityDetail, { session, zone }: Choice, typed: Record<string, string>) {
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

interface Choice {
  session?: SessionId;
  zone?: ZoneId;
}
/** `none`: what was chosen filled up, and nothing is chosen in its place until the person does. */
type Picked<Id> = { id: Id } | 'none' | undefined;

const picked = <Id extends string>(pick: Picked<Id>, only: Id | undefined): Id | undefined =>
  pick === undefined ? only : pick === 'none' ? undefined : pick.id;

/** Session and zone; where there is but one with places it is chosen already. */
function useChoice(detail: ActivityDetail) {
  const [sessionPick, setSessionPick] = useState<Picked<SessionId>>();
  const [zonePick, setZonePick] = useState<Picked<ZoneId>>();
  const session = picked(sessionPick, withRoom(detail.sessionList));
  const zones = detail.sessionList.find(({ id }) => id === session)?.zones ?? [];
  const strange = typeof zonePick === 'object' && !zones.some(({ id }) => id === zonePick.id);
  const zone = picked(strange ? undefined : zonePick, withRoom(zones));
  const choice: Choice = { ...(session === undefined ? {} : { session }), ...(zone === undefined ? {} : { zone }) };
  return {
    choice,
    stuck: (sessionPick === 'none' && detail.sessionList.length > 1) || (zonePick === 'none' && zones.length > 0),
    chooseSession: (id: SessionId): void => {
      setSessionPick({ id });
      setZonePick((before) => (before === 'none' ? undefined : before));
    },
    chooseZone: (id: ZoneId): void => setZonePick({ id }),
    /** Takes back what filled up, where there is anything else to choose at all. */
    unchoose: (what: 'session' | 'zone'): void => {
      if (what === 'zone' && zones.length > 1) setZonePick('none');
      else if (detail.sessionList.length > 1) setSessionPick('none');
    },
    forget: (): void => {
      setSessionPick(undefined);
      setZonePick(undefined);
    },
  };
}

/** The form on the way to a place. */
export function useSignUp(detail: ActivityDetail): SignUpForm {
  const send = useRef(command('activity.signUp'));
  const { choice, stuck, chooseSession, chooseZone, unchoose, forget } = useChoice(detail);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<SignUpRefused>();
  const [done, setDone] = useState<Registration>();

  async function submit(): Promise<void> {
    const { session: sessionId, zone: zoneId } = choice;
    const { answers, faults: wrong } = checked(detail, choice, typed);
    setFaults(wrong);
    if (sessionId === undefined || countFaults(wrong) > 0) return;
    setBusy(true);
    setRefused(undefined);
    const input = { activityId: detail.id, sessionId, ...(zoneId === undefined ? {} : { zoneId }), answers };
    const first = await send.current(input);
    // The place that an earlier try had taken was cancelled since: this time it is meant anew.
    const outcome = first.ok && !HELD.includes(first.value.state) ? await send.current(input) : first;
    setBusy(false);
    if (outcome.ok) {
      keepAnswer('activity.registration', { registrationId: outcome.value.id }, { ...outcome.value, now: serverNow() });
      setDone(outcome.value);
    } else {
      setRefused(outcome);
      if (outcome.refusal === 'FULL') unchoose(outcome.detail.what);
    }
    if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate('activity.get', 'activity.mine', 'activity.list');
  }

  return {
    session: choice.session,
    zone: choice.zone,
    typed,
    faults,
    stuck,
    busy,
    refused,
    done,
    chooseSession: (id) => {
      chooseSession(id);
      setRefused(undefined);
      setFaults(({ answers }) => ({ answers }));
    },
    chooseZone: (id) => {
      chooseZone(id);
      setRefused(undefined);
      setFaults(({ zone: _mended, ...rest }) => rest);
    },
    answer: (questionId, text) => {
      setTyped((before) => ({ ...before, [questionId]: text }));
      setFaults(({ answers: { [questionId]: _mended, ...answers }, ...rest }) => ({ ...rest, answers }));
    },
    submit,
    beginAnew: () => {
      setDone(undefined);
      forget();
    },
  };
}
