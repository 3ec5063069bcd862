import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';
import { keepAnswer, keptAnswer, keyOf, useAnswers } from './answers';
import { call } from './call';
import { serverNow } from './clock';

const KEY = keyOf('message.unread', {});
/** Whoever goes from tab to tab asks once; an offer stands for half an hour at least. */
const FRESH_MS = 60_000;

/** Whether something happened that was not looked at yet, as far as it is known here; asks nobody. */
export function useUnread(): boolean {
  return useAnswers((state) => keptAnswer('message.unread', KEY, state.kept)?.unread ?? false);
}

/** The same, asked for anew when a page comes up and the last answer is some time ago. */
export function useFreshUnread(): boolean {
  const asking = useRef(false);
  const ask = useCallback(async (): Promise<void> => {
    const kept = useAnswers.getState().kept[KEY];
    if (asking.current || (kept && Date.now() - kept.at < FRESH_MS)) return;
    asking.current = true;
    const outcome = await call('message.unread', {});
    asking.current = false;
    if (outcome.ok) keepAnswer('message.unread', {}, outcome.value);
  }, []);
  useEffect(() => void ask(), [ask]);
  useDidShow(() => void ask());
  return useUnread();
}

/** The list was opened: everything in it counts as looked at, here at once. */
export function noteSeen(): void {
  keepAnswer('message.unread', {}, { unread: false, now: serverNow() });
}
