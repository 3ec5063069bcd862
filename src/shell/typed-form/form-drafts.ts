import Taro from '@tarojs/taro';
import type { Instant } from '../../../types/vocabulary';

/** What was typed and not saved yet, with what it was typed on. */
export interface FormDraft<F> {
  form: F;
  base: F;
  /** Of what is edited, as it was read; 0 for something new. */
  rev: number;
  /** This device's clock. */
  at: Instant;
}

/** By the id of what is edited; without one, of something new. */
export interface FormDrafts<F> {
  kept(id: string | undefined): FormDraft<F> | undefined;
  keep(id: string | undefined, draft: Omit<FormDraft<F>, 'at'>): void;
  drop(id: string | undefined): void;
}

const KEPT_MS = 30 * 86_400_000;

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (id: string | undefined): string => id ?? 'new';

/** Drafts of one kind of form on this device: the latest few, each for thirty days. */
export function formDrafts<F extends object>(kind: { storage: string; most: number; empty: F }): FormDrafts<F> {
  const { storage, most, empty } = kind;

  /** A form of another version of this program lacks fields or has others: it is not taken up. */
  function isForm(value: unknown): value is F {
    return (
      isFields(value) &&
      Object.entries(empty).every(([key, usual]) => {
        const kept = value[key];
        return Array.isArray(usual) ? Array.isArray(kept) : typeof kept === typeof usual;
      })
    );
  }

  function isDraft(value: unknown): value is FormDraft<F> {
    return (
      isFields(value) &&
      isForm(value.form) &&
      isForm(value.base) &&
      typeof value.rev === 'number' &&
      typeof value.at === 'number'
    );
  }

  function read(): [string, FormDraft<F>][] {
    const kept: unknown = Taro.getStorageSync(storage);
    if (!isFields(kept)) return [];
    const drafts = Object.entries(kept).flatMap(([key, draft]): [string, FormDraft<F>][] =>
      isDraft(draft) && Date.now() - draft.at < KEPT_MS ? [[key, draft]] : [],
    );
    return drafts.sort(([, one], [, other]) => other.at - one.at);
  }

  return {
    kept: (id) => read().find(([key]) => key === keyOf(id))?.[1],
    keep(id, draft) {
      const others = read().filter(([key]) => key !== keyOf(id));
      const kept = [[keyOf(id), { ...draft, at: Date.now() }], ...others.slice(0, most - 1)];
      Taro.setStorageSync(storage, Object.fromEntries(kept));
    },
    drop: (id) => Taro.setStorageSync(storage, Object.fromEntries(read().filter(([key]) => key !== keyOf(id)))),
  };
}
