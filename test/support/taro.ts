import { useEffect, useRef } from 'react';

/** Build-time constants of the browser build. */
Object.assign(globalThis, {
  EMULATED: true,
  CLOUD_ENV: '',
  MESSAGE_TEMPLATES: '{"offered":"demo-offered","moved":"demo-moved","cancelled":"demo-cancelled"}',
});

const storage = new Map<string, unknown>();
/** Pages that were asked for, in order; screen tests read it. */
export const visited: string[] = [];
/** Words that were shown in passing. */
export const toasts: string[] = [];
let reachBottom: (() => void) | undefined;
let didShow: (() => void)[] = [];
let didHide: (() => void)[] = [];

/** Scrolls the page to its end, as far as its code can tell. */
export const scrollToBottom = (): void => reachBottom?.();
/** Comes back to the page. */
export const comeBack = (): void => {
  for (const listener of didShow) listener();
};
/** Goes on to another page, or out of the mini-program. */
export const goAway = (): void => {
  for (const listener of didHide) listener();
};
/** As after a fresh install. */
export function resetTaro(): void {
  storage.clear();
  visited.length = 0;
  toasts.length = 0;
  reachBottom = undefined;
  didShow = [];
  didHide = [];
}

const Taro = {
  getStorageSync: (key: string): unknown => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void storage.set(key, value),
  removeStorageSync: (key: string): void => void storage.delete(key),
  navigateTo: ({ url }: { url: string }) => Promise.resolve(visited.push(url)),
  switchTab: ({ url }: { url: string }) => Promise.resolve(visited.push(url)),
  redirectTo: ({ url }: { url: string }) => Promise.resolve(visited.push(`instead ${url}`)),
  navigateBack: () => Promise.resolve(visited.push('back')),
  getCurrentPages: () => [{}, {}],
  showToast: ({ title }: { title: string }) => Promise.resolve(toasts.push(title)),
};
export default Taro;

export function useDidShow(listener: () => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = (): void => latest.current();
    didShow.push(call);
    return () => {
      didShow = didShow.filter((each) => each !== call);
    };
  }, []);
}

export function useDidHide(listener: () => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = (): void => latest.current();
    didHide.push(call);
    return () => {
      didHide = didHide.filter((each) => each !== call);
    };
  }, []);
}

export function useReachBottom(listener: () => void): void {
  reachBottom = listener;
}

export function useShareAppMessage(): void {}
