import { useEffect, useRef, useState } from 'react';
import type { LeaguePlan } from '../../../types/contract/league';
import type { LeaguePreview } from '../../../types/contract/league-desk';
import { call, type RefusedBy } from '../../cloud/call';
import { hasFinal, type LeagueForm, numberOf, planFrom, pointOf } from './league-form';

const PAUSE_MS = 500;

export interface Preview {
  /** The latest that came; of what was typed before while `asking`. */
  value: LeaguePreview | undefined;
  refused: RefusedBy<'league.previewLeague'> | undefined;
  asking: boolean;
}

/** Beijing: where it is does not bear on a preview, but every plan has a place. */
const SOMEWHERE = { latitude: 39.9, longitude: 116.4 };
const words = (typed: string): string => (typed === '' ? '未定' : typed);

/**
 * The plan as far as it bears on matches and hours, words that are still missing stood in for; `undefined` while there
 * is not enough of it.
 */
export function previewPlan(form: LeagueForm): { plan: LeaguePlan; entries: number } | undefined {
  const entries = numberOf(form.most);
  const numbers = [
    form.firstMinutes,
    form.rest,
    form.answer,
    ...(form.kind === 'groups' ? [form.groups] : []),
    ...(hasFinal(form) ? [form.take, form.finalMinutes] : []),
  ];
  const complete = form.discipline !== '' && numbers.every((typed) => numberOf(typed) !== undefined);
  if (!complete || entries === undefined || entries < 2) return undefined;
  const plan = planFrom(form);
  const { venue, format } = plan;
  const regions = format.regions?.map(({ id, name }) => ({ id, name: words(name) }));
  return {
    entries,
    plan: {
      ...plan,
      title: words(plan.title),
      venue: {
        name: words(venue.name),
        address: words(venue.address),
        ...(pointOf(form.venuePoint) ?? SOMEWHERE),
      },
      format: { ...format, ...(regions ? { regions } : {}) },
      courts: plan.courts.map((court) => ({ ...court, name: words(court.name) })),
    },
  };
}

/** What of it the preview depends on: words may change without asking anew. */
function bearing({
  entries,
  plan: { discipline, format, courts, rest },
}: {
  entries: number;
  plan: LeaguePlan;
}): string {
  return JSON.stringify({ entries, discipline, format, courts, rest });
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
