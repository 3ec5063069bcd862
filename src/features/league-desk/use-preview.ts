import { useEffect, useRef, useState } from 'react';
import type { LeaguePreview } from '../../../types/contract/league-desk';
import { call, type RefusedBy } from '../../cloud/call';
import type { LeagueForm } from './league-form';
import { bearing, previewPlan } from './preview-plan';

const PAUSE_MS = 500;

export interface Preview {
  /** The latest that came; of what was typed before while `asking`. */
  value: LeaguePreview | undefined;
  refused: RefusedBy<'league.previewLeague'> | undefined;
  asking: boolean;
}

/** What the typed league comes to: asked for after a pause in typing, the former answer staying in sight until then. */
export function usePreview(form: LeagueForm): Preview {
  const input = previewPlan(form);
  const key = input === undefined ? '' : bearing(input);
  const [state, setState] = useState<Preview>({ value: undefined, refused: undefined, asking: false });
  const latest = useRef(input);
  latest.current = input;
  useEffect(() => {
    const asked = latest.current;
    if (key === '' || asked === undefined) {
      setState({ value: undefined, refused: undefined, asking: false });
      return;
    }
    let wanted = true;
    setState((before) => ({ ...before, asking: true }));
    const timer = setTimeout(async () => {
      const outcome = await call('league.previewLeague', asked);
      if (!wanted) return;
      setState((before) =>
        outcome.ok
          ? { value: outcome.value, refused: undefined, asking: false }
          : { value: before.value, refused: outcome, asking: false },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return state;
}
