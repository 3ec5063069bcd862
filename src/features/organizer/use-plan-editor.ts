import { useState } from 'react';
import { sessionCounter, zoneCounter } from '../../../domain/signup/counters';
import type { Issue } from '../../../types/contract/op';
import type { ManagedActivity, Touch } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { type Steps, useSteps } from '../../shell/step-form/use-steps';
import { sameValue } from '../../shell/typed-form/form-merge';
import { type Fresh, useTypedForm } from '../../shell/typed-form/use-typed-form';
import { type PlanEditor, stillWrong, tooSmallField } from './plan-editor';
import { type PlanFaults, planFaults } from './plan-faults';
import { issueFaults } from './plan-fields';
import { type PlanForm, planFrom, type SessionForm } from './plan-form';
import { isFixed, ruleFaults } from './plan-rules';
import { PLAN_STEPS, type Step } from './plan-steps';
import { PLAN_TYPING, type TypedPlan } from './plan-typing';
import { useAct } from './use-act';

type Refused = RefusedBy<'organizer.createActivity'> | RefusedBy<'organizer.editActivity'>;

/** What a change would do to people, waiting for a yes; and the yes, with what they are told. */
export interface Asked {
  touches: Touch[];
  token: string;
  /** After a yes: whom it touches has changed meanwhile. */
  again: boolean;
}
export interface Yes {
  reason: string;
  token: string;
}

export interface PlanEditing
  extends PlanEditor,
    Pick<TypedPlan, 'restored' | 'merged' | 'startOver' | 'letGo'>,
    Pick<Steps<Step>, 'step' | 'show' | 'showField'> {
  /** Everything that is wrong with it, whether it was looked at or not. */
  allFaults: PlanFaults;
  /** Where it is stored already. */
  managed: ManagedActivity | undefined;
  busy: boolean;
  refused: Refused | undefined;
  /** Parts that the server refused and that stand in no field. */
  rest: Refused | undefined;
  changed: boolean;
  asked: Asked | undefined;
  takeBack: () => void;
  /** The activity that was saved; `undefined` where it was not. */
  save: (yes?: Yes) => Promise<ActivityId | undefined>;
}

interface ServerFaults {
  /** The form as it was sent: what is changed since may be right now. */
  sent: PlanForm;
  faults: PlanFaults;
  rest: Issue[];
}

/** The server's faults at their fields, and what it says beside them. */
function serverFaults(sent: PlanForm, refused: Refused): ServerFaults {
  if (refused.refusal === 'PLAN_UNFIT' || refused.refusal === 'BAD_INPUT') {
    return { sent, ...issueFaults(sent, refused.detail.issues) };
  }
  if (refused.refusal !== 'TOO_SMALL') return { sent, faults: {}, rest: [] };
  const faults: PlanFaults = {};
  for (const over of refused.detail.over) {
    const words = `已给出 ${over.used} 个，差 ${over.used - over.wanted} 个`;
    faults[tooSmallField(sent, over)] = over.what === 'enterprise' ? `有单位${words}` : words;
  }
  return { sent, faults, rest: [] };
}

const countersOf = ({ id, zones }: SessionForm): string[] => [
  sessionCounter(id),
  ...zones.map((zone) => zoneCounter(id, zone.id)),
];

/** Ids that were given before: what is added gets another, so that an old answer or place is never taken for a new one. */
function spentIn(base: PlanForm, form: PlanForm, managed: ManagedActivity | undefined) {
  return {
    spent: [...base.sessions.flatMap(countersOf), ...Object.keys(managed?.used ?? {})],
    spentQuestions: [...base.questions, ...form.questions].map(({ id }) => id),
  };
}

/** What the form begins with: something stored, or something new; the field to go to, and whether faults are said at once. */
export interface PlanBegin {
  managed: ManagedActivity | undefined;
  fresh?: Fresh<PlanForm>;
  at?: string | undefined;
  check?: boolean | undefined;
}

/** Everything that the phone can see to be wrong: what is missing, and only then what the rules say. */
function faultsIn(form: PlanForm, managed: ManagedActivity | undefined): PlanFaults {
  const missing = planFaults(form);
  return Object.keys(missing).length > 0 ? missing : ruleFaults(form, managed, serverNow());
}

/** Sends what is typed: something new, or the next version of what is there. */
function useSending(managed: ManagedActivity | undefined) {
  const create = useAct('organizer.createActivity');
  const edit = useAct('organizer.editActivity');
  return {
    busy: create.busy || edit.busy,
    refused: create.refused ?? edit.refused,
    send(form: PlanForm, termsV: number, yes: Yes | undefined) {
      const plan = planFrom(form);
      if (managed === undefined) return create.send({ plan });
      const confirmed = yes === undefined ? {} : { reason: yes.reason, confirmed: yes.token };
      return edit.send({ activityId: managed.id, termsV, plan, ...confirmed });
    },
  };
}

/** Typing a plan by steps and saving it: nothing is sent that the phone can see to be wrong. */
export function usePlanEditor({ managed, fresh, at, check = false }: PlanBegin): PlanEditing {
  const typed = useTypedForm(PLAN_TYPING, managed, fresh);
  const steps = useSteps(PLAN_STEPS, { at, check });
  const [server, setServer] = useState<ServerFaults>();
  const [asked, setAsked] = useState<Asked>();
  const { busy, refused, send } = useSending(managed);
  const { form, base, rev: termsV } = typed;

  async function save(yes?: Yes): Promise<ActivityId | undefined> {
    const [missing] = Object.keys(faultsIn(form, managed));
    steps.checkAll();
    setServer(undefined);
    if (missing !== undefined) {
      steps.showField(missing);
      return undefined;
    }
    const outcome = await send(form, termsV, yes);
    if (outcome.ok) {
      typed.letGo();
      return outcome.value.activityId;
    }
    const wrong = serverFaults(form, outcome);
    setServer(wrong);
    if (outcome.refusal === 'NEEDS_CONFIRMATION') setAsked({ ...outcome.detail, again: yes !== undefined });
    else if (!isUnsure(outcome.refusal)) setAsked(undefined);
    const [first] = Object.keys(wrong.faults);
    if (first !== undefined) steps.showField(first);
    return undefined;
  }

  const { step, show, showField, seen } = steps;
  const allFaults = faultsIn(form, managed);
  return {
    ...typed,
    ...{ managed, step, show, showField, allFaults },
    ...{ asked, save, takeBack: () => setAsked(undefined), changed: !sameValue(form, base) },
    faults: {
      ...(server ? stillWrong(server.faults, server.sent, form) : {}),
      ...seen(allFaults),
    },
    rest:
      server && server.rest.length > 0
        ? { ok: false, refusal: 'PLAN_UNFIT', detail: { issues: server.rest } }
        : undefined,
    fixed: isFixed(managed),
    ...spentIn(base, form, managed),
    ...{ busy, refused },
  };
}
