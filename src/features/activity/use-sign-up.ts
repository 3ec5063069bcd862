import { useRef, useState } from 'react';
import { HELD } from '../../../domain/signup/states';
import type { ActivityDetail } from '../../../types/contract/activity';
import type { SignedUp, SignUp } from '../../../types/contract/registration';
import type { SessionId, ZoneId } from '../../../types/vocabulary';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { Outcome, RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { usePlaceChoice } from './place-choice';
import { checked, countFaults, type Faults, NO_FAULTS } from './sign-up-faults';
import { fetchTicket } from './tickets-at-hand';
import { type PlaceChoice, type WayIn, wayHint, wayIn } from './way-in';

type SignUpRefused = RefusedBy<'activity.signUp'>;

export interface SignUpForm {
  session: SessionId | undefined;
  zone: ZoneId | undefined;
  companions: number;
  typed: Record<string, string>;
  faults: Faults;
  /** How one gets in with what is chosen, and what there is to say about it. */
  way: WayIn;
  hint: string | undefined;
  /** A session or zone that just filled up was unchosen: another one comes first. */
  stuck: boolean;
  busy: boolean;
  refused: SignUpRefused | undefined;
  done: SignedUp | undefined;
  chooseSession: (id: SessionId) => void;
  chooseZone: (id: ZoneId) => void;
  bring: (companions: number) => void;
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
    const { id, state } = outcome.value;
    keepAnswer('activity.registration', { registrationId: id }, { ...outcome.value, now: serverNow() });
    // The key of the ticket comes with the registration alone: fetched now, the ticket needs no network later.
    if (state === 'confirmed') void fetchTicket(id);
  }
  if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate('activity.get', 'activity.mine', 'activity.list');
  return outcome;
}

function inputOf(
  detail: ActivityDetail,
  { session, zone }: PlaceChoice & { session: SessionId },
  companions: number,
  answers: SignUp['answers'],
): SignUp {
  return {
    activityId: detail.id,
    sessionId: session,
    ...(zone === undefined ? {} : { zoneId: zone }),
    answers,
    ...(companions === 0 ? {} : { companions }),
  };
}

/** The command under way, and what came of it. */
function useSending() {
  const send = useRef(command('activity.signUp'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<SignUpRefused>();
  const [done, setDone] = useState<SignedUp>();

  /** Answers why not, where it was refused. */
  async function give(input: SignUp): Promise<SignUpRefused | undefined> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await takePlace(send.current, input);
    setBusy(false);
    if (outcome.ok) setDone(outcome.value);
    else setRefused(outcome);
    return outcome.ok ? undefined : outcome;
  }
  return { busy, refused, done, give, forget: () => setRefused(undefined), beginAnew: () => setDone(undefined) };
}

/** The form on the way to a place. */
export function useSignUp(detail: ActivityDetail): SignUpForm {
  const sending = useSending();
  const { busy, refused, done } = sending;
  const { choice, stuck, chooseSession, chooseZone, unchoose, forget } = usePlaceChoice(detail);
  const [brought, setBrought] = useState(0);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  // The organizer may have lowered what is allowed since it was chosen.
  const companions = Math.min(brought, detail.companions);

  async function submit(): Promise<void> {
    const { answers, faults: wrong } = checked(detail, choice, typed);
    setFaults(wrong);
    const { session } = choice;
    if (session === undefined || countFaults(wrong) > 0) return;
    const why = await sending.give(inputOf(detail, { ...choice, session }, companions, answers));
    if (why?.refusal === 'FULL' && why.detail.left === 0 && why.detail.what !== 'enterprise') unchoose(why.detail.what);
    if (why?.refusal === 'TOO_MANY_COMPANIONS') setBrought(why.detail.most);
  }

  return {
    ...{ session: choice.session, zone: choice.zone, companions, typed, faults, stuck, busy, refused, done, submit },
    way: wayIn(detail, choice, 1 + companions),
    hint: wayHint(detail, choice, 1 + companions),
    chooseSession: (id) => {
      chooseSession(id);
      sending.forget();
      setFaults(({ answers }) => ({ answers }));
    },
    chooseZone: (id) => {
      chooseZone(id);
      sending.forget();
      setFaults(({ zone: _mended, ...rest }) => rest);
    },
    bring: (count) => {
      setBrought(count);
      sending.forget();
    },
    answer: (questionId, text) => {
      setTyped((before) => ({ ...before, [questionId]: text }));
      setFaults(({ answers: { [questionId]: _mended, ...answers }, ...rest }) => ({ ...rest, answers }));
    },
    beginAnew: () => {
      sending.beginAnew();
      setBrought(0);
      forget();
    },
  };
}
