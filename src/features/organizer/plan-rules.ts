import { editIssues } from '../../../domain/activity/edit-issues';
import { planIssues, senseIssues } from '../../../domain/activity/plan-issues';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Instant } from '../../../types/vocabulary';
import type { PlanFaults } from './plan-faults';
import { issueFaults } from './plan-fields';
import { type PlanForm, planFrom } from './plan-form';

type Published = Pick<ManagedActivity, 'state' | 'plan'>;

/** Whether people may have signed up to it: then some of it stays as it was published. */
export const isFixed = (managed: Published | undefined): boolean =>
  managed?.state === 'published' && !managed.plan.preview;

/** The server's own rules, asked on the phone: of a form that is filled in, they say what is still wrong with it. */
export function ruleFaults(form: PlanForm, managed: Published | undefined, now: Instant): PlanFaults {
  const plan = planFrom(form);
  const edit = managed && isFixed(managed) ? editIssues(managed.plan, plan, now) : [];
  return issueFaults(form, [...planIssues(plan), ...senseIssues(plan), ...edit]).faults;
}
