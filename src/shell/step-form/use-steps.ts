import { useState } from 'react';
import { scrollTo } from '../../device/scroll';
import { fieldId, type StepPlan } from './step-plan';

/** The place of the bar of steps on its page. */
export const STEPS_PLACE = 'form-steps';

export interface Steps<S extends string> {
  step: S;
  /** To another step; what is wrong in the one that is left is said then. */
  show: (step: S) => void;
  /** To where a field stands. */
  showField: (field: string) => void;
  checkAll: () => void;
  /** Those of the faults that are in steps which were looked at, or all. */
  seen: <F extends Record<string, string>>(faults: F) => Record<string, string>;
}

/** A step is drawn before its field can be scrolled to. */
const DRAWN_MS = 60;

/** Walking through the steps of a form. `at`: the field to begin with; `checkAll`: all faults are said from the beginning. */
export function useSteps<S extends string>(
  { steps, stepOf }: StepPlan<S>,
  { at, check }: { at?: string; check: boolean },
): Steps<S> {
  const [first = stepOf('')] = steps;
  const last = steps[steps.length - 1];
  const [step, setStep] = useState<S>(at === undefined ? first : stepOf(at));
  const [checked, setChecked] = useState<readonly S[]>(check && last !== undefined ? [last] : []);
  const all = last !== undefined && checked.includes(last);
  return {
    step,
    show(next) {
      setChecked((before) => [...before, step, ...(next === last ? [next] : [])]);
      setStep(next);
      scrollTo(STEPS_PLACE);
    },
    showField(field) {
      const there = stepOf(field);
      setStep(there === last ? first : there);
      setTimeout(() => scrollTo(fieldId(field)), DRAWN_MS);
    },
    checkAll: () => setChecked(last === undefined ? [] : [last]),
    seen: (faults) =>
      Object.fromEntries(Object.entries(faults).filter(([field]) => all || checked.includes(stepOf(field)))),
  };
}
