import { useState } from 'react';
import { sessionCounter, zoneCounter } from '../../../domain/signup/counters';
import type { Issue } from '../../../types/contract/op';
import type { ManagedActivity, Touch } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { scrollTo } from '../../device/scroll';
import { fieldId, type PlanEditor, stillWrong, tooSmallField } from './plan-editor';
import { type PlanFaults, planFaults } from './plan-faults';
import { issueFaults } from './plan-fields';
import { type PlanForm, planFrom, type SessionForm } from './plan-form';
import { sameValue } from './plan-merge';
import { isFixed, ruleFaults } from './plan-rules';
import { useAct } from './use-act';
import { type TypedPlan, useTypedPlan } from './use-typed-plan';

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

export interface PlanEditing extends PlanEditor, Pick<TypedPlan, 'restored' | 'merged' | 'startOver'> {
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

/** The commands of the form: one that makes the activity, one that changes it. */
function usePlanCommands(managed: ManagedActivity | undefined, { form, termsV }: TypedPlan) {
  const create = useAct('organizer.createActivity');
  const edit = useAct('organizer.editActivity');
  return {
    busy: create.busy || edit.busy,
    refused: create.refused ?? edit.refused,
    send(yes: Yes | undefined) {
      const plan = planFrom(form);
      if (managed === undefined) return create.send({ plan });
      const confirmed = yes === undefined ? {} : { reason: yes.reason, confirmed: yes.token };
      return edit.send({ activityId: managed.id, termsV, plan, ...confirmed });
    },
  };
}

/** What the phone can see to be wrong: what is missing first, and then the server's own rules. */
function wrongIn(form: PlanForm, managed: ManagedActivity | undefined): PlanFaults {
  const missing = planFaults(form);
  return Object.keys(missing).length > 0 ? missing : ruleFaults(form, managed, serverNow());
}

function showFirst(faults: PlanFaults): boolean {
  const [first] = Object.keys(faults);
  if (first !== undefined) scrollTo(fieldId(first));
  return first !== undefined;
}

/** Typing a plan and saving it: nothing is sent that the phone can see to be wrong. */
export function usePlanEditor(managed: ManagedActivity | undefined, checkAtOnce: boolean): PlanEditing {
  const typed = useTypedPlan(managed);
  const { busy, refused, send } = usePlanCommands(managed, typed);
  const [checked, setChecked] = useState(checkAtOnce);
  const [server, setServer] = useState<ServerFaults>();
  const [asked, setAsked] = useState<Asked>();
  const { form, base } = typed;

  async function save(yes?: Yes): Promise<ActivityId | undefined> {
    setChecked(true);
    setServer(undefined);
    if (showFirst(wrongIn(form, managed))) return undefined;
    const outcome = await send(yes);
    if (outcome.ok) {
      typed.letGo();
      return outcome.value.activityId;
    }
    const wrong = serverFaults(form, outcome);
    setServer(wrong);
    if (outcome.refusal === 'NEEDS_CONFIRMATION') setAsked({ ...outcome.detail, again: yes !== undefined });
    else if (!isUnsure(outcome.refusal)) setAsked(undefined);
    showFirst(wrong.faults);
    return undefined;
  }

  const rest = server?.rest ?? [];
  return {
    ...typed,
    ...{ busy, refused, asked, save, takeBack: () => setAsked(undefined), changed: !sameValue(form, base) },
    faults: {
      ...(server ? stillWrong(server.faults, server.sent, form) : {}),
      ...(checked ? wrongIn(form, managed) : {}),
    },
    rest: rest.length > 0 ? { ok: false, refusal: 'PLAN_UNFIT', detail: { issues: rest } } : undefined,
    fixed: isFixed(managed),
    spent: [...base.sessions.flatMap(countersOf), ...Object.keys(managed?.used ?? {})],
    spentQuestions: [...base.questions, ...form.questions].map(({ id }) => id),
  };
}
