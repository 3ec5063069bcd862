import { useEffect, useRef, useState } from 'react';
import type { FormDrafts } from './form-drafts';
import { type Merged, mergeForms, sameValue } from './form-merge';

/** What is typed in a form, and how that comes from what is stored. */
export interface Typing<F extends object, M extends { id: string }> {
  drafts: FormDrafts<F>;
  empty: F;
  formOf(managed: M): F;
  /** Rises with every change of what is stored. */
  revOf(managed: M): number;
}

/** What something new begins with, and the name under which what is typed of it is kept. */
export interface Fresh<F> {
  form: F;
  draft?: string;
}

export interface Typed<F> {
  form: F;
  /** What it was typed on. */
  base: F;
  rev: number;
}

export interface TypedForm<F> extends Typed<F> {
  /** What was typed last time and not saved stands in the form. */
  restored: boolean;
  /** Goes up when something other than typing changed the form: inputs keep their own text and begin anew then. */
  revision: number;
  /** Somebody else changed it meanwhile: what is theirs now, and what both changed. */
  merged: Pick<Merged<F>, 'theirs' | 'both'> | undefined;
  fill: (part: Partial<F>) => void;
  /** Puts another form in the place of this one. */
  replace: (form: F) => void;
  startOver: () => void;
  /** It is saved: nothing of it is kept on this device any more. */
  letGo: () => void;
}

const PAUSE_MS = 400;

function begin<F extends object, M extends { id: string }>(
  { drafts, empty, formOf, revOf }: Typing<F, M>,
  managed: M | undefined,
  fresh: Fresh<F> | undefined,
): Typed<F> & { restored: boolean } {
  const draft = drafts.kept(managed?.id ?? fresh?.draft);
  if (draft) return { form: draft.form, base: draft.base, rev: draft.rev, restored: true };
  const base = managed ? formOf(managed) : (fresh?.form ?? empty);
  return { form: base, base, rev: managed ? revOf(managed) : 0, restored: false };
}

/** Keeps what was typed on this device, until it is saved or thrown away; gives the way to stop keeping it. */
function useKeptDraft<F>(drafts: FormDrafts<F>, id: string | undefined, typed: Typed<F>): () => void {
  const latest = useRef(typed);
  const over = useRef(false);
  latest.current = typed;
  const keep = useRef((): void => {
    if (over.current) return;
    const { form, base, rev } = latest.current;
    if (sameValue(form, base)) drafts.drop(id);
    else drafts.keep(id, { form, base, rev });
  });
  const { form: typing } = typed;
  useEffect(() => {
    const timer = setTimeout(() => latest.current.form === typing && keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typing]);
  useEffect(() => () => keep.current(), []);
  return () => {
    over.current = true;
    drafts.drop(id);
  };
}

/** A form being typed: kept over closing, and carried over to what somebody else makes of the same thing meanwhile. */
export function useTypedForm<F extends object, M extends { id: string }>(
  typing: Typing<F, M>,
  managed: M | undefined,
  fresh?: Fresh<F>,
): TypedForm<F> {
  const [begun] = useState(() => begin(typing, managed, fresh));
  const [typed, setTyped] = useState<Typed<F>>(begun);
  const [restored, setRestored] = useState(begun.restored);
  const [revision, setRevision] = useState(0);
  const [merged, setMerged] = useState<TypedForm<F>['merged']>();
  const over = useRef(false);
  const letGo = useKeptDraft(typing.drafts, managed?.id ?? fresh?.draft, typed);
  const { form, base, rev } = typed;

  useEffect(() => {
    if (!managed || over.current || typing.revOf(managed) <= rev) return;
    const theirs = typing.formOf(managed);
    const now = mergeForms(base, form, theirs);
    setTyped({ form: now.form, base: theirs, rev: typing.revOf(managed) });
    setRevision((count) => count + 1);
    if (!sameValue(form, base) && now.theirs.length + now.both.length > 0) setMerged(now);
  }, [typing, managed, form, base, rev]);

  const replace = (next: F): void => {
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
