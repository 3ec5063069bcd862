import { useRef, useState } from 'react';
import { HELD } from '../../../domain/signup/states';
import type { ActivityDetail } from '../../../types/contract/activity';
import type { Registration, SignUp } from '../../../types/contract/registration';
import type { SessionId, ZoneId } from '../../../types/vocabulary';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { Outcome, RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { usePlaceChoice } from './place-choice';
import { checked, countFaults, type Faults, NO_FAULTS } from './sign-up-faults';

type SignUpRefused = RefusedBy<'activity.signUp'>;

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

type Send = (input: SignUp) => Promise<Outcome<'activity.signUp'>>;

/** Where the place that an earlier try had taken was given back since, this one is meant anew. */
async function takePlace(send: Send, input: SignUp): Promise<Outcome<'activity.signUp'>> {
  const first = await send(input);
  const outcome = first.ok && !HELD.includes(first.value.state) ? await send(input) : first;
  if (outcome.ok) {
    keepAnswer('activity.registration', { registrationId: outcome.value.id }, { ...outcome.value, now: serverNow() });
  }
  if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate('activity.get', 'activity.mine', 'activity.list');
  return outcome;
}

/** The form on the way to a place. */
export function useSignUp(detail: ActivityDetail): SignUpForm {
  const send = useRef(command('activity.signUp'));
  const { choice, stuck, chooseSession, chooseZone, unchoose, forget } = usePlaceChoice(detail);
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
    const outcome = await takePlace(send.current, input);
    setBusy(false);
    if (outcome.ok) setDone(outcome.value);
    else {
      setRefused(outcome);
      if (outcome.refusal === 'FULL' && outcome.detail.what !== 'enterprise') unchoose(outcome.detail.what);
    }
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
