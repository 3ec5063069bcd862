import type { Words } from '../../../domain/wording/refusal';

const brought: Partial<Words> = {};

/** Words that pages behind the tabs bring along; whoever shows a refusal finds them here. */
export const broughtWords = (): Partial<Words> => brought;

/** An area's refusals in words: told once, when the first of its pages is loaded. */
export function bringWords(words: Partial<Words>): void {
  Object.assign(brought, words);
}
