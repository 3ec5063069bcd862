import { useState } from 'react';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Issue } from '../../../types/contract/op';
import type { LeagueId } from '../../../types/vocabulary';
import type { RefusedBy } from '../../cloud/call';
import { scrollTo } from '../../device/scroll';
import { sameValue } from '../../shell/typed-form/form-merge';
import { useTypedForm } from '../../shell/typed-form/use-typed-form';
import { type LeagueFaults, leagueFaults } from './league-faults';
import { issueFaults, STEPS, type Step, stepOf } from './league-fields';
import { type LeagueForm, planFrom } from './league-form';
import { LEAGUE_TYPING, type TypedLeague } from './league-typing';
import { useAct } from './use-act';

type Refused = RefusedBy<'league.createLeague'> | RefusedBy<'league.editLeague'>;

/** What every part of the form needs of it. */
export interface LeagueEditor extends Pick<TypedLeague, 'form' | 'revision' | 'fill' | 'replace'> {
  faults: LeagueFaults;
  /** Workers may have entered already: discipline and regions stay. */
  fixed: boolean;
}

export interface LeagueEditing extends LeagueEditor, Pick<TypedLeague, 'restored' | 'merged' | 'startOver'> {
  step: Step;
  /** To another step; what is wrong in the one that is left is said then. */
  show: (step: Step) => void;
  /** To where a field stands. */
  showField: (field: string) => void;
  changed: boolean;
  busy: boolean;
  refused: Refused | undefined;
  /** What the server found wrong and no field has. */
  rest: Issue[];
  /** The league that was saved; `undefined` where it was not. */
  save: () => Promise<LeagueId | undefined>;
}

interface ServerFaults {
  /** The form as it was sent: what is changed since may be right now. */
  sent: LeagueForm;
  faults: LeagueFaults;
  rest: Issue[];
}

/** The place on the page of a field. */
export const fieldId = (path: string): string => `field-${path.replace(/\./g, '-')}`;

/** Faults of the fields of steps that were looked at, or of all. */
const faultsOf = (form: LeagueForm, checked: readonly Step[]): LeagueFaults =>
  Object.fromEntries(
    Object.entries(leagueFaults(form)).filter(
      ([field]) => checked.includes('check') || checked.includes(stepOf(field)),
    ),
  );

function useSteps(checkAtOnce: boolean) {
  const [step, setStep] = useState<Step>('what');
  const [checked, setChecked] = useState<Step[]>(checkAtOnce ? ['check'] : []);
  const show = (next: Step): void => {
    setChecked((before) => [...before, step, next === 'check' ? 'check' : step]);
    setStep(next);
    scrollTo('league-steps');
  };
  const showField = (field: string): void => {
    const at = stepOf(field);
    setStep(at === 'check' ? 'what' : at);
    // The step is drawn before its field can be scrolled to.
    setTimeout(() => scrollTo(fieldId(field)), 60);
  };
  return { step, checked, show, showField, checkAll: () => setChecked(['check']) };
}

/** Typing a league by steps and saving it: nothing is sent that the phone can see to be wrong. */
export function useLeagueEditor(managed: ManagedLeague | undefined, checkAtOnce: boolean): LeagueEditing {
  const typed = useTypedForm(LEAGUE_TYPING, managed);
  const steps = useSteps(checkAtOnce);
  const [server, setServer] = useState<ServerFaults>();
  const create = useAct('league.createLeague');
  const edit = useAct('league.editLeague');
  const { form, base, rev } = typed;

  async function save(): Promise<LeagueId | undefined> {
    const [missing] = Object.keys(leagueFaults(form));
    steps.checkAll();
    setServer(undefined);
    if (missing !== undefined) {
      steps.showField(missing);
      return undefined;
    }
    const plan = planFrom(form);
    const outcome = await (managed ? edit.send({ leagueId: managed.id, rev, plan }) : create.send({ plan }));
    if (outcome.ok) {
      typed.letGo();
      return outcome.value.id;
    }
    if (outcome.refusal !== 'PLAN_UNFIT' && outcome.refusal !== 'BAD_INPUT') return undefined;
    const wrong = issueFaults(form, outcome.detail.issues);
    setServer({ sent: form, ...wrong });
    const [first] = Object.keys(wrong.faults);
    if (first !== undefined) steps.showField(first);
    return undefined;
  }

  // What the server found may be mended by any change: how many there are, courts and hours hang together.
  const still = server !== undefined && sameValue(server.sent, form) ? server : undefined;
  const { step, show, showField, checked } = steps;
  return {
    ...typed,
    ...{ step, show, showField, save },
    faults: { ...still?.faults, ...faultsOf(form, checked) },
    rest: still?.rest ?? [],
    fixed: managed !== undefined && managed.state !== 'draft',
    changed: !sameValue(form, base),
    busy: create.busy || edit.busy,
    refused: create.refused ?? edit.refused,
  };
}

/** The step after, or before; `undefined` at the ends. */
export const stepBeside = (step: Step, by: 1 | -1): Step | undefined => STEPS[STEPS.indexOf(step) + by];
