import { type ComponentType, memo } from 'react';
import type { PlanEditor } from './plan-editor';
import type { PlanForm } from './plan-form';

interface GroupProps {
  editor: PlanEditor;
}

/** Faults of fields that begin with one of these, as one text. */
function faultsUnder({ faults }: PlanEditor, heads: readonly string[]): string {
  return Object.entries(faults)
    .filter(([path]) => heads.some((head) => path === head || path.startsWith(`${head}.`)))
    .join();
}

/**
 * A group of the form that is drawn anew only when one of its own parts changes: the whole form is some two hundred
 * elements, too many for every key on an old phone. `fill` works on the latest form, so an older one may be kept.
 */
export function planGroup(
  group: ComponentType<GroupProps>,
  parts: readonly (keyof PlanForm)[],
  heads: readonly string[],
): ComponentType<GroupProps> {
  return memo(
    group,
    ({ editor: before }, { editor: now }) =>
      before.revision === now.revision &&
      parts.every((part) => before.form[part] === now.form[part]) &&
      faultsUnder(before, heads) === faultsUnder(now, heads),
  );
}
