import type { LeagueForm } from './league-form';

export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** `theirs` are the fields that somebody else changed, which the form shows now; of `both` mine stands in it. */
export interface Merged {
  form: LeagueForm;
  theirs: string[];
  both: string[];
}

/**
 * What I typed on top of `base`, carried over to what somebody else has made of it meanwhile: what only they changed is
 * theirs, since sending my old copy of it would take their change back.
 */
export function mergeForms(base: LeagueForm, mine: LeagueForm, theirs: LeagueForm): Merged {
  const changedIn = (form: LeagueForm): string[] =>
    Object.entries(form).flatMap(([field, value]) =>
      sameValue(value, Object.entries(base).find(([key]) => key === field)?.[1]) ? [] : [field],
    );
  const [byMe, byThem] = [changedIn(mine), changedIn(theirs)];
  const only = byThem.filter((field) => !byMe.includes(field));
  const taken = Object.fromEntries(Object.entries(theirs).filter(([field]) => only.includes(field)));
  const both = byThem.filter((field) => byMe.includes(field) && !sameField(mine, theirs, field));
  return { form: { ...mine, ...taken }, theirs: only, both };
}

function sameField(mine: LeagueForm, theirs: LeagueForm, field: string): boolean {
  const value = (form: LeagueForm): unknown => Object.entries(form).find(([key]) => key === field)?.[1];
  return sameValue(value(mine), value(theirs));
}
