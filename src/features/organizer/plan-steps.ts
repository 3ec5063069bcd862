import type { StepPlan } from '../../shell/step-form/step-plan';

/** The form is filled in by steps; what it comes to stands in the last one. */
export const STEPS = ['what', 'when', 'places', 'who', 'rewards', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Record<Step, string> = {
  what: '内容',
  when: '时地',
  places: '名额',
  who: '报名',
  rewards: '积分',
  check: '核对',
};

/** By the beginning of a field's path. */
const STEP_OF: Record<string, Step> = {
  ...{ title: 'what', tagline: 'what', brand: 'what', format: 'what', description: 'what', rules: 'what' },
  images: 'what',
  ...{ sessions: 'when', venue: 'when' },
  ...{ preview: 'places', opensAt: 'places', closesAt: 'places', cancelUntil: 'places' },
  ...{ allocation: 'places', waitlist: 'places', onePlacePer: 'places', companions: 'places', quota: 'places' },
  ...{ eligibility: 'who', takesAttendance: 'who', coolDown: 'who', questions: 'who' },
};

/** Of a session its times stand in one step, its places and zones in another. */
export function stepOf(field: string): Step {
  const [head = '', , part] = field.split('.');
  if (head === 'sessions' && (part === 'capacity' || part === 'zones')) return 'places';
  return STEP_OF[head] ?? 'check';
}

export const PLAN_STEPS: StepPlan<Step> = { steps: STEPS, stepOf };
