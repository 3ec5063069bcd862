/** How a form is divided: its steps in order, the last of which shows what it comes to. */
export interface StepPlan<S extends string> {
  steps: readonly S[];
  /** The step that a field stands in. */
  stepOf(field: string): S;
}

/** The place on the page of a field. */
export const fieldId = (path: string): string => `field-${path.replace(/\./g, '-')}`;

/** How many faults each step has. */
export function faultsByStep<S extends string>(
  { stepOf }: StepPlan<S>,
  faults: Record<string, string>,
): Partial<Record<S, number>> {
  const counts: Partial<Record<S, number>> = {};
  for (const field of Object.keys(faults)) counts[stepOf(field)] = (counts[stepOf(field)] ?? 0) + 1;
  return counts;
}

/** The step after; `undefined` at the end. */
export const stepAfter = <S extends string>({ steps }: StepPlan<S>, step: S): S | undefined =>
  steps[steps.indexOf(step) + 1];
