import { useEffect, useRef, useState } from 'react';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { dropDraft, keepDraft, keptDraft } from './plan-drafts';
import { EMPTY_FORM, formFrom, type PlanForm } from './plan-form';
import { type Merged, mergeForms, sameValue } from './plan-merge';

export interface Typed {
  form: PlanForm;
  /** What it was typed on. */
  base: PlanForm;
  termsV: number;
}

export interface TypedPlan extends Typed {
  /** What was typed last time and not saved stands in the form. */
  restored: boolean;
  /** Goes up when something other than typing changed the form. */
  revision: number;
  /** Somebody else changed the activity meanwhile: what is theirs now, and what both changed. */
  merged: Pick<Merged, 'theirs' | 'both'> | undefined;
  fill: (part: Partial<PlanForm>) => void;
  startOver: () => void;
  /** It is saved: nothing of it is kept on this device any more. */
  letGo: () => void;
}

const PAUSE_MS = 400;

function begin(managed: ManagedActivity | undefined): Typed & { restored: boolean } {
  const draft = keptDraft(managed?.id);
  if (draft) return { form: draft.form, base: draft.base, termsV: draft.termsV, restored: true };
  const base = managed ? formFrom(managed.plan) : EMPTY_FORM;
  return { form: base, base, termsV: managed?.termsV ?? 0, restored: false };
}

/** Keeps what was typed on this device, until it is saved or thrown away; gives the way to stop keeping it. */
function useKeptDraft(id: ActivityId | undefined, typed: Typed): () => void {
  const latest = useRef(typed);
  const over = useRef(false);
  latest.current = typed;
  const keep = useRef((): void => {
    if (over.current) return;
    const { form, base, termsV } = latest.current;
    if (sameValue(form, base)) dropDraft(id);
    else keepDraft(id, { form, base, termsV });
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

/** A plan being typed: kept over closing, and carried over to what somebody else makes of the activity meanwhile. */
export function useTypedPlan(managed: ManagedActivity | undefined): TypedPlan {
  const [begun] = useState(() => begin(managed));
  const [typed, setTyped] = useState<Typed>(begun);
  const [restored, setRestored] = useState(begun.restored);
  const [revision, setRevision] = useState(0);
  const [merged, setMerged] = useState<TypedPlan['merged']>();
  const over = useRef(false);
  const letGo = useKeptDraft(managed?.id, typed);
  const { form, base, termsV } = typed;

  useEffect(() => {
    if (!managed || over.current || managed.termsV <= termsV) return;
    const theirs = formFrom(managed.plan);
    const now = mergeForms(base, form, theirs);
    setTyped({ form: now.form, base: theirs, termsV: managed.termsV });
    setRevision((count) => count + 1);
    if (!sameValue(form, base) && now.theirs.length + now.both.length > 0) setMerged(now);
  }, [managed, form, base, termsV]);

  return {
    ...{ form, base, termsV, restored, revision, merged },
    fill: (part) => setTyped((before) => ({ ...before, form: { ...before.form, ...part } })),
    startOver: () => {
      setTyped({ ...typed, form: base });
      setRevision((count) => count + 1);
      setRestored(false);
      setMerged(undefined);
    },
    letGo: () => {
      over.current = true;
      letGo();
    },
  };
}
