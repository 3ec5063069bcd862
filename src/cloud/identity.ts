const KEY = 'identity';
const DEFAULT = 'demo-worker';

/** Who the browser is for the emulator; on WeChat the platform knows, and this file is not in the build. */
export function currentIdentity(): string {
  return localStorage.getItem(KEY) ?? DEFAULT;
}

/** Becomes somebody else from the next load of the page on. */
export function becomeIdentity(openid: string): void {
  localStorage.setItem(KEY, openid);
}
