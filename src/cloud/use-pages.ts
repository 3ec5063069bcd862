import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instant } from '../../types/vocabulary';

/** What a paged operation answers, as far as paging is concerned. */
export interface PageOf<T> {
  items: T[];
  next?: string;
}
export type PageOutcome<P, R> = { ok: true; value: P } | R;

export interface Paged<T, P, R> {
  /** Absent until the first page came. */
  items: T[] | undefined;
  /** The first page, for what only it carries. */
  first: P | undefined;
  refused: R | undefined;
  /** There is more behind what is shown. */
  more: boolean;
  asking: boolean;
  loadMore: () => void;
  again: () => void;
}

interface State<P, R> {
  key: string;
  pages: P[];
  refused: R | undefined;
}

const FRESH_MS = 20_000;

type Ask<P, R> = (cursor: string | undefined) => Promise<PageOutcome<P, R>>;

/** Reads `count` pages on from those there are; stops at the last one, at a refusal, or when nobody waits any more. */
async function readOn<P extends PageOf<unknown>, R extends { ok: false }>(
  ask: Ask<P, R>,
  before: readonly P[],
  count: number,
  wanted: () => boolean,
): Promise<{ pages: P[]; refused: R | undefined }> {
  const pages = [...before];
  for (let left = count; left > 0; left -= 1) {
    const last = pages[pages.length - 1];
    if (pages.length > 0 && last?.next === undefined) break;
    const outcome = await ask(last?.next);
    if (!wanted()) break;
    if (!outcome.ok) return { pages, refused: outcome };
    pages.push(outcome.value);
  }
  return { pages, refused: undefined };
}

/**
 * A list that is read page by page. Another key starts it anew; coming back to it after a while, or another `version`,
 * reads the same number of pages again and swaps them in together, so that the place on the screen is kept.
 */
export function usePages<T, P extends PageOf<T>, R extends { ok: false }>(
  key: string,
  version: number,
  ask: Ask<P, R>,
): Paged<T, P, R> {
  const [state, setState] = useState<State<P, R>>({ key, pages: [], refused: undefined });
  const [asking, setAsking] = useState(true);
  const turn = useRef(0);
  const askedAt = useRef<Instant>(0);
  const latest = useRef({ ask, state });
  latest.current = { ask, state };

  const read = useCallback(async (from: string, before: P[], count: number) => {
    turn.current += 1;
    const mine = turn.current;
    askedAt.current = Date.now();
    setAsking(true);
    const wanted = (): boolean => turn.current === mine;
    const { pages, refused } = await readOn(latest.current.ask, before, count, wanted);
    if (!wanted()) return;
    const { state: shown } = latest.current;
    const kept = refused && shown.key === from && shown.pages.length > pages.length ? shown.pages : pages;
    setState({ key: from, pages: kept, refused });
    setAsking(false);
  }, []);

  const refresh = useCallback(() => {
    const { state: shown } = latest.current;
    void read(key, [], shown.key === key ? Math.max(1, shown.pages.length) : 1);
  }, [read, key]);

  // A version counts up from 0; reading it here is what makes another one ask again.
  useEffect(() => {
    if (version >= 0) refresh();
  }, [refresh, version]);
  useDidShow(() => {
    if (askedAt.current > 0 && Date.now() - askedAt.current > FRESH_MS) refresh();
  });

  const pages = state.key === key ? state.pages : [];
  const last = pages[pages.length - 1];
  return {
    items: pages.length > 0 ? pages.flatMap((page) => page.items) : undefined,
    first: pages[0],
    refused: state.key === key ? state.refused : undefined,
    more: last?.next !== undefined,
    asking,
    loadMore: () => {
      if (!asking && last?.next !== undefined) void read(key, pages, 1);
    },
    again: () => (pages.length > 0 && last?.next !== undefined ? void read(key, pages, 1) : refresh()),
  };
}
