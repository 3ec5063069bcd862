import { useEffect, useState } from 'react';

/** Five steps in less than 200 ms: seen as one movement. */
const STEPS = 5;
const STEP_MS = 36;

/** The number, on its way from `gained` below it as soon as something was gained. */
export function useCountUp(value: number, gained: number): number {
  const [step, setStep] = useState(STEPS);
  useEffect(() => {
    if (gained > 0) setStep(0);
  }, [gained]);
  useEffect(() => {
    if (step >= STEPS) return undefined;
    const timer = setTimeout(() => setStep(step + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [step]);
  return value - Math.round((gained * (STEPS - step)) / STEPS);
}
