import type { LeaguePlan } from '../../../types/contract/league';
import { hasFinal, type LeagueForm, numberOf, planFrom, pointOf } from './league-form';

/** What a preview is asked with. */
export interface Asked {
  plan: LeaguePlan;
  entries: number;
}

/** Beijing: where it is does not bear on a preview, but every plan has a place. */
const SOMEWHERE = { latitude: 39.9, longitude: 116.4 };
const words = (typed: string): string => (typed === '' ? '未定' : typed);

/**
 * The plan as far as it bears on matches and hours, words that are still missing stood in for; `undefined` while there
 * is not enough of it.
 */
export function previewPlan(form: LeagueForm): Asked | undefined {
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
export function bearing({
  entries,
  plan: { discipline, format, courts, rest },
}: {
  entries: number;
  plan: LeaguePlan;
}): string {
  return JSON.stringify({ entries, discipline, format, courts, rest });
}
