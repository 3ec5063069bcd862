import { toast } from './toast';

/** A page as Taro's router knows it: `load` answers its code, on its way or there. */
interface Route {
  path: string;
  load: () => readonly unknown[];
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'load' in value &&
  typeof value.load === 'function';

/** Taro puts the configuration of the app, its routes too, on the window. */
function routes(): Route[] {
  const config: unknown = Reflect.get(window, '__taroAppConfig');
  if (typeof config !== 'object' || config === null || !('routes' in config)) return [];
  return Array.isArray(config.routes) ? config.routes.filter(isRoute) : [];
}

const here = new Set<string>();

/** `false` where the network keeps it back; then the next try asks again. */
async function fetched(route: Route): Promise<boolean> {
  try {
    await route.load()[0];
  } catch {
    return false;
  }
  here.add(route.path);
  return true;
}

/** Fetches the code of every page, one after another, so that a tap without a network still opens it. */
export function fetchPageCode(): void {
  void (async () => {
    for (const route of routes()) if (!(await fetched(route))) return;
  })();
}

/** Goes on once the page's code is there; at once where it is. Where it cannot be had, that is said. */
export function withPageCode(url: string, then: () => void): void {
  const route = routes().find(({ path }) => url.replace(/^\//, '').split('?')[0] === path);
  if (!route || here.has(route.path)) {
    then();
    return;
  }
  void fetched(route).then((there) => (there ? then() : toast('网络不太顺，联网后再试一次')));
}
