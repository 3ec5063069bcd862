import { useState } from 'react';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Issue } from '../../../types/contract/op';
import type { LeagueId } from '../../../types/vocabulary';
import type { RefusedBy } from '../../cloud/call';
import { type Steps, useSteps } from '../../shell/step-form/use-steps';
import { sameValue } from '../../shell/typed-form/form-merge';
import { useTypedForm } from '../../shell/typed-form/use-typed-form';
import { type LeagueFaults, leagueFaults } from './league-faults';
import { issueFaults, LEAGUE_STEPS, type Step } from './league-fields';
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

export interface LeagueEditing
  extends LeagueEditor,
    Pick<TypedLeague, 'restored' | 'merged' | 'startOver'>,
    Pick<Steps<Step>, 'step' | 'show' | 'showField'> {
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

/** Typing a league by steps and saving it: nothing is sent that the phone can see to be wrong. */
export function useLeagueEditor(managed: ManagedLeague | undefined, checkAtOnce: boolean): LeagueEditing {
  const typed = useTypedForm(LEAGUE_TYPING, managed);
  const steps = useSteps(LEAGUE_STEPS, { check: checkAtOnce });
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
  const { step, show, showField, seen } = steps;
  return {
    ...typed,
    ...{ step, show, showField, save },
    faults: { ...still?.faults, ...seen(leagueFaults(form)) },
    rest: still?.rest ?? [],
    fixed: managed !== undefined && managed.state !== 'draft',
    changed: !sameValue(form, base),
    busy: create.busy || edit.busy,
    refused: create.refused ?? edit.refused,
  };
}
