import { useEffect, useRef, useState } from 'react';
import type { PlanCheck } from '../../../types/contract/organizer-check';
import type { Plan } from '../../../types/contract/plan';
import type { ActivityId } from '../../../types/vocabulary';
import { call, type RefusedBy } from '../../cloud/call';

export interface Checked {
  value: PlanCheck | undefined;
  refused: RefusedBy<'organizer.checkPlan'> | undefined;
  asking: boolean;
  again: () => void;
}

/** What the server knows of a plan that the plan does not say; of none nothing is asked. */
export function usePlanCheck(plan: Plan | undefined, activityId: ActivityId | undefined): Checked {
  const [turn, setTurn] = useState(0);
  const key = plan === undefined ? '' : `${turn} ${JSON.stringify(plan)}`;
  const [state, setState] = useState<Omit<Checked, 'again'>>({ value: undefined, refused: undefined, asking: false });
  const latest = useRef(plan);
  latest.current = plan;
  useEffect(() => {
    const asked = latest.current;
    if (key === '' || asked === undefined) return;
    let wanted = true;
    setState({ value: undefined, refused: undefined, asking: true });
    void call('organizer.checkPlan', { plan: asked, ...(activityId === undefined ? {} : { activityId }) }).then(
      (outcome) => {
        if (!wanted) return;
        const found = outcome.ok
          ? { value: outcome.value, refused: undefined }
          : { value: undefined, refused: outcome };
        setState({ ...found, asking: false });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, activityId]);
  return { ...state, again: () => setTurn((count) => count + 1) };
}
