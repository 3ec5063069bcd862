import { useState } from 'react';
import { sessionCounter, zoneCounter } from '../../../domain/signup/counters';
import type { Issue } from '../../../types/contract/op';
import type { ManagedActivity, Touch } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { scrollTo } from '../../device/scroll';
import { sameValue } from '../../shell/typed-form/form-merge';
import { useTypedForm } from '../../shell/typed-form/use-typed-form';
import { fieldId, type PlanEditor, stillWrong, tooSmallField } from './plan-editor';
import { type PlanFaults, planFaults } from './plan-faults';
import { issueFaults } from './plan-fields';
import { type PlanForm, planFrom, type SessionForm } from './plan-form';
import { isFixed, ruleFaults } from './plan-rules';
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

/** Ids that were given before: what is added gets another, so that an old answer or place is never taken for a new one. */
function spentIn(base: PlanForm, form: PlanForm, managed: ManagedActivity | undefined) {
  return {
    spent: [...base.sessions.flatMap(countersOf), ...Object.keys(managed?.used ?? {})],
    spentQuestions: [...base.questions, ...form.questions].map(({ id }) => id),
  };
}

/** Typing a plan and saving it: nothing is sent that the phone can see to be wrong. */
export function usePlanEditor(managed: ManagedActivity | undefined, checkAtOnce: boolean): PlanEditing {
  const typed = useTypedForm(PLAN_TYPING, managed);
  const [checked, setChecked] = useState(checkAtOnce);
  const [server, setServer] = useState<ServerFaults>();
  const [asked, setAsked] = useState<Asked>();
  const create = useAct('organizer.createActivity');
  const edit = useAct('organizer.editActivity');
  const { form, base, rev: termsV } = typed;

  function send(yes: Yes | undefined) {
    const plan = planFrom(form);
    if (managed === undefined) return create.send({ plan });
    const confirmed = yes === undefined ? {} : { reason: yes.reason, confirmed: yes.token };
    return edit.send({ activityId: managed.id, termsV, plan, ...confirmed });
  }

  const wrongNow = (): PlanFaults => {
    const missing = planFaults(form);
    return Object.keys(missing).length > 0 ? missing : ruleFaults(form, managed, serverNow());
  };

  async function save(yes?: Yes): Promise<ActivityId | undefined> {
    const [missing] = Object.keys(wrongNow());
    setChecked(true);
    setServer(undefined);
    if (missing !== undefined) {
      scrollTo(fieldId(missing));
      return undefined;
    }
    const outcome = await send(yes);
    if (outcome.ok) {
      typed.letGo();
      return outcome.value.activityId;
    }
    const wrong = serverFaults(form, outcome);
    setServer(wrong);
    if (outcome.refusal === 'NEEDS_CONFIRMATION') setAsked({ ...outcome.detail, again: yes !== undefined });
    else if (!isUnsure(outcome.refusal)) setAsked(undefined);
    const [first] = Object.keys(wrong.faults);
    if (first !== undefined) scrollTo(fieldId(first));
    return undefined;
  }

  return {
    ...typed,
    ...{ asked, save, takeBack: () => setAsked(undefined), changed: !sameValue(form, base) },
    faults: {
      ...(server ? stillWrong(server.faults, server.sent, form) : {}),
      ...(checked ? wrongNow() : {}),
    },
    rest:
      server && server.rest.length > 0
        ? { ok: false, refusal: 'PLAN_UNFIT', detail: { issues: server.rest } }
        : undefined,
    fixed: isFixed(managed),
    ...spentIn(base, form, managed),
    busy: create.busy || edit.busy,
    refused: create.refused ?? edit.refused,
  };
}
