import { useEffect, useRef, useState } from 'react';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { LeagueId } from '../../../types/vocabulary';
import { dropDraft, keepDraft, keptDraft } from './league-drafts';
import { EMPTY_LEAGUE, formFrom, type LeagueForm } from './league-form';
import { type Merged, mergeForms, sameValue } from './league-merge';

export interface Typed {
  form: LeagueForm;
  /** What it was typed on. */
  base: LeagueForm;
  rev: number;
}

export interface TypedLeague extends Typed {
  /** What was typed last time and not saved stands in the form. */
  restored: boolean;
  /** Goes up when something other than typing changed the form: inputs keep their own text and begin anew then. */
  revision: number;
  /** Somebody else changed the league meanwhile: what is theirs now, and what both changed. */
  merged: Pick<Merged, 'theirs' | 'both'> | undefined;
  fill: (part: Partial<LeagueForm>) => void;
  /** Puts another form in the place of this one. */
  replace: (form: LeagueForm) => void;
  startOver: () => void;
  /** It is saved: nothing of it is kept on this device any more. */
  letGo: () => void;
}

const PAUSE_MS = 400;

function begin(managed: ManagedLeague | undefined): Typed & { restored: boolean } {
  const draft = keptDraft(managed?.id);
  if (draft) return { form: draft.form, base: draft.base, rev: draft.rev, restored: true };
  const base = managed ? formFrom(managed.plan) : EMPTY_LEAGUE;
  return { form: base, base, rev: managed?.rev ?? 0, restored: false };
}

/** Keeps what was typed on this device, until it is saved or thrown away; gives the way to stop keeping it. */
function useKeptDraft(id: LeagueId | undefined, typed: Typed): () => void {
  const latest = useRef(typed);
  const over = useRef(false);
  latest.current = typed;
  const keep = useRef((): void => {
    if (over.current) return;
    const { form, base, rev } = latest.current;
    if (sameValue(form, base)) dropDraft(id);
    else keepDraft(id, { form, base, rev });
  });
  const { form: typing } = typed;
  useEffect(() => {
    const timer = setTimeout(() => latest.current.form === typing && keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typing]);
  useEffect(() => () => keep.current(), []);
  return () => {
    over.current = true;
    dropDraft(id);
  };
}

/** A league being typed: kept over closing, and carried over to what somebody else makes of it meanwhile. */
export function useTypedLeague(managed: ManagedLeague | undefined): TypedLeague {
  const [begun] = useState(() => begin(managed));
  const [typed, setTyped] = useState<Typed>(begun);
  const [restored, setRestored] = useState(begun.restored);
  const [revision, setRevision] = useState(0);
  const [merged, setMerged] = useState<TypedLeague['merged']>();
  const over = useRef(false);
  const letGo = useKeptDraft(managed?.id, typed);
  const { form, base, rev } = typed;

  useEffect(() => {
    if (!managed || over.current || managed.rev <= rev) return;
    const theirs = formFrom(managed.plan);
    const now = mergeForms(base, form, theirs);
    setTyped({ form: now.form, base: theirs, rev: managed.rev });
    setRevision((count) => count + 1);
    if (!sameValue(form, base) && now.theirs.length + now.both.length > 0) setMerged(now);
  }, [managed, form, base, rev]);

  const replace = (next: LeagueForm): void => {
    setTyped({ ...typed, form: next });
    setRevision((count) => count + 1);
  };
  return {
    ...{ form, base, rev, restored, revision, merged, replace },
    fill: (part) => setTyped((before) => ({ ...before, form: { ...before.form, ...part } })),
    startOver: () => {
      replace(base);
      setRestored(false);
      setMerged(undefined);
    },
    letGo: () => {
      over.current = true;
      letGo();
    },
  };
}
