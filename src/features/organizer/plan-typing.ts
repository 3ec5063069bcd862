import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import { formDrafts } from '../../shell/typed-form/form-drafts';
import type { TypedForm, Typing } from '../../shell/typed-form/use-typed-form';
import { EMPTY_FORM, formFrom, type PlanForm } from './plan-form';

export type TypedPlan = TypedForm<PlanForm>;

export const PLAN_TYPING: Typing<PlanForm, ManagedActivity> = {
  drafts: formDrafts({ storage: 'plan-drafts', most: 6, empty: EMPTY_FORM }),
  empty: EMPTY_FORM,
  formOf: ({ plan }) => formFrom(plan),
  revOf: ({ termsV }) => termsV,
};
