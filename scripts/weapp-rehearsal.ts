import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterwardsAnswers } from './weapp-rehearsal-afterwards';
import { announceAnswer } from './weapp-rehearsal-announce';
import { benefitAnswers } from './weapp-rehearsal-benefits';
import { leagueAnswers } from './weapp-rehearsal-league';
import { leagueDeskAnswers } from './weapp-rehearsal-league-desk';
import { readingAnswers } from './weapp-rehearsal-reading';
import { reportAnswers } from './weapp-rehearsal-report';
import { roleAnswers } from './weapp-rehearsal-role';

/** What WeChat lacks and a browser has: within a build they are undefined, as they are on a phone. */
const ABSENT = [
  ...['window', 'document', 'self', 'globalThis', 'location', 'navigator', 'fetch', 'localStorage', 'process'],
  ...['crypto', 'URL', 'TextEncoder', 'TextDecoder', 'Intl', 'AbortController', 'structuredClone'],
];

type Callback = (result: unknown) => void;
interface Asked {
  success?: Callback;
  complete?: Callback;
}
type Page = Record<string, unknown>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isMethod = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';

/** A ticket that opens a gate in an hour: its code has to be drawn with what WeChat has. */
function ticket(now: number): unknown {
  const session = { id: 's1', name: '晚场', startsAt: now + 3_600_000, endsAt: now + 7_200_000 };
  return {
    ...{
      id: 'none',
      state: 'confirmed',
      activityId: 'none',
      title: '音乐节',
      brand: 'vital',
      allocation: 'first-come',
    },
    ...{ venue: { name: '草坪', address: '', latitude: 0, longitude: 0 }, session, answers: {}, companions: 1 },
    ...{ cancelUntil: now + 1_000, signedUpAt: now, checkIn: { opensAt: now, closesAt: session.endsAt } },
    ...{ ticketKey: 'abcdefghijklmnopqrstuvwxyz', now },
  };
}

/** An activity for its organizers: its form has every field that there is. */
function managed(now: number): unknown {
  const [opensAt, closesAt, startsAt, endsAt] = [now, now + 3_600_000, now + 7_200_000, now + 9_000_000];
  const card = { id: 'none', title: '音乐节', brand: 'vital', startsAt, endsAt, opensAt, closesAt };
  const session = {
    id: 's1',
    name: '晚场',
    startsAt,
    endsAt,
    capacity: 90,
    zones: [{ id: 'a', name: '草坪', capacity: 90 }],
  };
  const question = { id: 'q1', label: '几岁', required: true, kind: 'number', min: 1, max: 9 };
  const plan = {
    ...{ title: '音乐节', tagline: '', brand: 'vital', format: 'show', description: ['歌'], rules: [], preview: false },
    ...{
      venue: { name: '草坪', address: '东门', latitude: 39, longitude: 116 },
      allocation: 'approval',
      waitlist: true,
    },
    ...{ onePlacePer: 'activity', companions: 1, coolDown: { absences: 1, days: 9 }, takesAttendance: true },
    ...{ eligibility: {}, questions: [question], opensAt, closesAt, cancelUntil: closesAt, sessions: [session] },
  };
  return { ...card, state: 'published', plan, termsV: 1, counts: { applied: 1 }, used: { s1: 9, s1_a: 9 }, now };
}

/** The same activity as it stands at this moment. */
function live(now: number): unknown {
  const count = { used: 9, arrived: 3 };
  const session = {
    ...{ id: 's1', name: '晚场', startsAt: now, endsAt: now + 3_600_000, capacity: 90, ...count },
    ...{
      zones: [{ id: 'a', name: '草坪', capacity: 90, ...count }],
      enterprises: [{ id: 'e1', name: '禾芩', ...count }],
    },
    minutes: [{ at: now, arrived: 3 }],
  };
  const people = { applied: 1, confirmed: 9, waitlisted: 0, offered: 0, arrived: 3 };
  return {
    ...people,
    state: 'published',
    signUp: 'open',
    opensAt: now,
    closesAt: now + 1_000,
    sessions: [session],
    now,
  };
}

/**
 * The cloud of the rehearsal: nobody has joined, nothing is on, but for one ticket, one activity to organize, one
 * benefit, one challenge to read in, and one league.
 */
function answerTo(area: string, data: unknown): unknown {
  const op = isRecord(data) ? data.op : undefined;
  const now = Date.now();
  if (op === 'me') return { ok: true, value: { status: 'visitor', grants: [], now } };
  if (op === 'get') return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
  if (op === 'activity') return { ok: true, value: managed(now) };
  if (op === 'live') return { ok: true, value: live(now) };
  if (area === 'organizer' && String(op).startsWith('announc')) return announceAnswer(String(op), now);
  if (op === 'registration') return { ok: true, value: ticket(now) };
  if (op === 'venueKey') return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'session' } };
  const league = (at: number) => ({ ...leagueAnswers(at), ...leagueDeskAnswers(at) });
  const answers =
    {
      ...{ reading: readingAnswers, report: reportAnswers, afterwards: afterwardsAnswers, league },
      ...{ member: roleAnswers, organizer: roleAnswers },
    }[area] ?? benefitAnswers;
  const about = answers(now)[String(op)];
  return { ok: true, value: about ?? { items: [], days: [], now } };
}

function wxOf(): Record<string, unknown> {
  const stored = new Map<string, unknown>();
  const answers = (result: unknown) => (asked: Asked) => {
    asked.success?.(result);
    asked.complete?.(result);
    return Promise.resolve(result);
  };
  return {
    cloud: {
      init: () => undefined,
      callFunction: ({ name, data }: { name: string; data: unknown }) =>
        Promise.resolve({ result: answerTo(name, data) }),
    },
    getSystemInfoSync: () => ({ fontSizeSetting: 16, windowWidth: 375, windowHeight: 700, platform: 'ios' }),
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => stored.set(key, value),
    removeStorageSync: (key: string) => stored.delete(key),
    onNetworkStatusChange: () => undefined,
    getNetworkType: answers({ networkType: 'wifi' }),
    getRandomValues: answers({ randomValues: new Uint8Array(10).buffer }),
    setNavigationBarTitle: answers({}),
    setKeepScreenOn: answers({}),
    getScreenBrightness: answers({ value: 0.5 }),
    setScreenBrightness: answers({}),
    showTabBarRedDot: answers({}),
    hideTabBarRedDot: answers({}),
    getLaunchOptionsSync: () => ({ path: '', query: {} }),
    getEnterOptionsSync: () => ({}),
    canIUse: () => true,
    nextTick: (then: () => void) => setTimeout(then, 0),
  };
}

/** A machine with WeChat's few globals, which loads files of the build as WeChat's loader does. */
function machineFor(
  weapp: string,
  complain: (error: unknown) => void,
): { load: (path: string) => void; pages: Page[]; show: (page: Page) => void } {
  const pages: Page[] = [];
  let shown: Page[] = [];
  const sandbox: Record<string, unknown> = {
    ...{ wx: wxOf(), console: { ...console, error: complain }, setTimeout, clearTimeout, setInterval, clearInterval },
    ...{ App: (app: unknown) => Object.assign(sandbox, { app }), getApp: () => sandbox.app },
    ...{ Page: (page: Page) => pages.push(page), Component: (page: Page) => pages.push(page) },
    ...{ Behavior: (behavior: unknown) => behavior, getCurrentPages: () => shown },
  };
  sandbox.global = sandbox;
  const context = createContext(sandbox);
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const file = resolve(weapp, path.endsWith('.js') ? path : `${path}.js`);
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const parameters = ['require', 'module', 'exports', ...ABSENT].join(',');
    const body: unknown = runInContext(`(function(${parameters}){${readFileSync(file, 'utf8')}\n})`, context, {
      filename: file,
    });
    if (isMethod(body)) body((next: string) => load(resolve(dirname(file), next)), module, module.exports);
    return module.exports;
  };
  const show = (page: Page): void => {
    shown = [page];
  };
  return { load, pages, show };
}

/** Opens one page and gives what it drew: everything it handed to `setData`. */
async function drawn(page: Page, route: string, show: (page: Page) => void): Promise<string> {
  let text = '';
  const setData = (data: unknown, then?: () => void): void => {
    text += JSON.stringify(data);
    then?.();
  };
  const methods = isRecord(page.methods) ? page.methods : {};
  const open: Page = { ...page, ...methods, route, data: {}, setData, selectComponent: () => null };
  show(open);
  for (const [moment, given] of [
    ['onLoad', { id: 'none' }],
    ['onShow', undefined],
    ['onReady', undefined],
  ] as const) {
    const method = open[moment];
    if (isMethod(method)) await method.call(open, given);
  }
  // A busy machine draws late; what has no word after so long has none.
  for (let waits = 0; waits < 30; waits++) {
    const before = text;
    await new Promise((done) => setTimeout(done, 100));
    if (text === before && /[\u4e00-\u9fff]/.test(text)) break;
  }
  return text;
}

/**
 * Runs every page of a WeChat build on a machine that has what WeChat has and lacks what it lacks, against an empty
 * cloud. The vendor's compiler accepts a build that dies when it starts (React 19 does); this does not. Gives what is
 * wrong, a line a page.
 */
export async function rehearse(weapp: string): Promise<string[]> {
  const app: unknown = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'));
  if (!isRecord(app) || !Array.isArray(app.pages)) return ['app.json names no pages'];
  const packages: unknown[] = Array.isArray(app.subPackages) ? app.subPackages : [];
  const behind = packages.flatMap((each) =>
    isRecord(each) && Array.isArray(each.pages) ? each.pages.map((page) => `${each.root}/${page}`) : [],
  );
  const faults: string[] = [];
  let route = 'app';
  // A part that dies while it is drawn throws nothing here: it is said, and the rest of the page is gone.
  const machine = machineFor(weapp, (error) => {
    faults.push(`${route}: ${error instanceof Error ? error.stack : String(error)}`);
  });
  machine.load('app.js');
  for (const next of [...app.pages.map(String), ...behind]) {
    route = next;
    try {
      machine.load(route);
      const page = machine.pages.at(-1);
      const text = page ? await drawn(page, route, machine.show) : '';
      if (!/[\u4e00-\u9fff]/.test(text)) faults.push(`${route} shows no word`);
      if (/\/(ticket|voucher)\//.test(route) && !text.includes('data:image/svg+xml'))
        faults.push(`${route} draws no code`);
    } catch (fault) {
      // Whatever a page throws is the finding.
      faults.push(`${route}: ${fault instanceof Error ? fault.stack : String(fault)}`);
    }
  }
  return faults;
}
