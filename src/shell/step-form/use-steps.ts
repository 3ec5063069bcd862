import { useEffect, useState } from 'react';
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

const DRAWN_MS = 60;

/** A step is drawn before its field can be scrolled to. */
function scrollOnceDrawn(field: string): void {
  setTimeout(() => scrollTo(fieldId(field)), DRAWN_MS);
}

/** Walking through the steps of a form. `at`: the field to begin at; `check`: all faults are said from the beginning. */
export function useSteps<S extends string>(
  { steps, stepOf }: StepPlan<S>,
  { at, check }: { at?: string | undefined; check: boolean },
): Steps<S> {
  const [first = stepOf('')] = steps;
  const last = steps[steps.length - 1];
  // What is only looked at in the last step is mended somewhere before.
  const stepFor = (field: string): S => (stepOf(field) === last ? first : stepOf(field));
  const [step, setStep] = useState<S>(at === undefined ? first : stepFor(at));
  const [checked, setChecked] = useState<readonly S[]>(check && last !== undefined ? [last] : []);
  useEffect(() => {
    if (at !== undefined) scrollOnceDrawn(at);
  }, [at]);
  const all = last !== undefined && checked.includes(last);
  return {
    step,
    show(next) {
      setChecked((before) => [...before, step, ...(next === last ? [next] : [])]);
      setStep(next);
      scrollTo(STEPS_PLACE);
    },
    showField(field) {
      setStep(stepFor(field));
      scrollOnceDrawn(field);
    },
    checkAll: () => setChecked(last === undefined ? [] : [last]),
    seen: (faults) =>
      Object.fromEntries(Object.entries(faults).filter(([field]) => all || checked.includes(stepOf(field)))),
  };
}
