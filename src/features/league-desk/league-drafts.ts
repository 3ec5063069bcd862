import Taro from '@tarojs/taro';
import type { Instant, LeagueId } from '../../../types/vocabulary';
import { EMPTY_LEAGUE, type LeagueForm } from './league-form';

/** What was typed and not saved yet, with what it was typed on. */
export interface LeagueDraft {
  form: LeagueForm;
  base: LeagueForm;
  /** Of the league as it was read; 0 for a new one. */
  rev: number;
  /** This device's clock. */
  at: Instant;
}

const STORAGE = 'league-drafts';
const MOST = 4;
const KEPT_MS = 30 * 86_400_000;

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form of another version of this program lacks fields or has others: it is not taken up. */
function isForm(value: unknown): value is LeagueForm {
  return (
    isFields(value) &&
    Object.entries(EMPTY_LEAGUE).every(([key, usual]) => {
      const kept = value[key];
      return Array.isArray(usual) ? Array.isArray(kept) : typeof kept === typeof usual;
    })
  );
}

function isDraft(value: unknown): value is LeagueDraft {
  return (
    isFields(value) &&
    isForm(value.form) &&
    isForm(value.base) &&
    typeof value.rev === 'number' &&
    typeof value.at === 'number'
  );
}

function read(): [string, LeagueDraft][] {
  const kept: unknown = Taro.getStorageSync(STORAGE);
  if (!isFields(kept)) return [];
  const drafts = Object.entries(kept).flatMap(([key, draft]): [string, LeagueDraft][] =>
    isDraft(draft) && Date.now() - draft.at < KEPT_MS ? [[key, draft]] : [],
  );
  return drafts.sort(([, one], [, other]) => other.at - one.at);
}

const keyOf = (id: LeagueId | undefined): string => id ?? 'new';

export function keptDraft(id: LeagueId | undefined): LeagueDraft | undefined {
  return read().find(([key]) => key === keyOf(id))?.[1];
}

export function keepDraft(id: LeagueId | undefined, draft: Omit<LeagueDraft, 'at'>): void {
  const others = read().filter(([key]) => key !== keyOf(id));
  const kept = [[keyOf(id), { ...draft, at: Date.now() }], ...others.slice(0, MOST - 1)];
  Taro.setStorageSync(STORAGE, Object.fromEntries(kept));
}

export function dropDraft(id: LeagueId | undefined): void {
  Taro.setStorageSync(STORAGE, Object.fromEntries(read().filter(([key]) => key !== keyOf(id))));
}
