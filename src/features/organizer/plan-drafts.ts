import Taro from '@tarojs/taro';
import type { ActivityId, Instant } from '../../../types/vocabulary';
import { EMPTY_FORM, type PlanForm } from './plan-form';

/** What was typed and not saved yet, with what it was typed on. */
export interface PlanDraft {
  form: PlanForm;
  base: PlanForm;
  /** Of the activity as it was read; 0 for a new one. */
  termsV: number;
  /** This device's clock. */
  at: Instant;
}

const STORAGE = 'plan-drafts';
const MOST = 6;
const KEPT_MS = 30 * 86_400_000;

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form of another version of this program lacks fields or has others: it is not taken up. */
function isForm(value: unknown): value is PlanForm {
  return (
    isFields(value) &&
    Object.entries(EMPTY_FORM).every(([key, usual]) => {
      const kept = value[key];
      return Array.isArray(usual) ? Array.isArray(kept) : typeof kept === typeof usual;
    })
  );
}

function isDraft(value: unknown): value is PlanDraft {
  return (
    isFields(value) &&
    isForm(value.form) &&
    isForm(value.base) &&
    typeof value.termsV === 'number' &&
    typeof value.at === 'number'
  );
}

function read(): [string, PlanDraft][] {
  const kept: unknown = Taro.getStorageSync(STORAGE);
  if (!isFields(kept)) return [];
  const drafts = Object.entries(kept).flatMap(([key, draft]): [string, PlanDraft][] =>
    isDraft(draft) && Date.now() - draft.at < KEPT_MS ? [[key, draft]] : [],
  );
  return drafts.sort(([, one], [, other]) => other.at - one.at);
}

const keyOf = (id: ActivityId | undefined): string => id ?? 'new';

export function keptDraft(id: ActivityId | undefined): PlanDraft | undefined {
  return read().find(([key]) => key === keyOf(id))?.[1];
}

export function keepDraft(id: ActivityId | undefined, draft: Omit<PlanDraft, 'at'>): void {
  const others = read().filter(([key]) => key !== keyOf(id));
  const kept = [[keyOf(id), { ...draft, at: Date.now() }], ...others.slice(0, MOST - 1)];
  Taro.setStorageSync(STORAGE, Object.fromEntries(kept));
}

export function dropDraft(id: ActivityId | undefined): void {
  Taro.setStorageSync(STORAGE, Object.fromEntries(read().filter(([key]) => key !== keyOf(id))));
}
