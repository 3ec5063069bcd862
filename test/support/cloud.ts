import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Area, Contract } from '../../types/contract';
import { CONTROLLED_CLOUD } from './controls';
import { type Emulator, type Shelf, startEmulator } from './emulators';
import { send } from './http';
import { requestIds } from './request-ids';

const root = join(__dirname, '..', '..');

export interface CloudOptions {
  /** Folder of built functions; without it all of `dist/cloud`, and those of `test/race/control` beside them. */
  cloud?: string;
  /** Data directory, kept at the end; without it a new one that goes at the end. */
  data?: string;
  /** Also without a data directory of the caller's: each write waits for the disk, for what measures. Else the store is in memory. */
  onDisk?: true;
  instances?: number;
  /** Where it listens; without it any free port. */
  port?: number;
  /** Seconds after which an instance with nothing to do is stopped. */
  idle?: number;
  /** Added to the emulator's own environment, so that functions which declare the names see them. */
  env?: Record<string, string>;
  web?: string;
  /** Timers run by themselves; a test otherwise runs them through `timers/run`. */
  timers?: boolean;
  /** Lets queries pass that scan more than a hundred documents; without it `stop` throws and lists them. */
  allowUnindexed?: boolean;
}

/** What a call cost, with everything the called functions cost. */
export interface Meter {
  wireCalls: number;
  dbCalls: number;
  docsRead: number;
  unindexed: number;
}

export type LooseAnswer =
  | { ok: true; value: unknown }
  | { ok: false; refusal: string; detail: Record<string, unknown> };

export interface Caller {
  /** `null` sends no identity at all. */
  openid: string | null;
  requestId?: string;
}

export interface Called<A> {
  answer: A;
  meter: Meter;
  /** The platform's id of this run, which the log names too. */
  requestId: string;
}

export interface RunningCloud {
  url: string;
  data: string;
  pid: number;
  /** Calls an operation as that caller; typed by the contract where the operation is in it. */
  call: {
    <A extends Area, O extends keyof Contract[A] & string>(
      fn: A,
      op: O,
      input: unknown,
      caller: Caller,
    ): Promise<Called<Answer<Contract[A][O]>>>;
    (fn: string, op: string, input: unknown, caller: Caller): Promise<Called<LooseAnswer>>;
  };
  /** The console's JSON: `api('POST', 'clock', { advanceMs: 1000 })`. Throws where it answers with an error. */
  api: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Ends it in order. Throws where a query ran that no index serves, unless that was allowed. */
  stop: () => Promise<void>;
  /** Kills it in the middle of whatever it does; the data directory stays. */
  kill: () => Promise<void>;
}

const nextRequestId = requestIds(process.pid);

function commandLine(options: CloudOptions): string[] {
  const line = [join(root, 'dist/emulator/main.cjs'), '--port', String(options.port ?? 0)];
  line.push('--cloud', options.cloud ?? CONTROLLED_CLOUD);
  if (options.instances !== undefined) line.push('--instances', String(options.instances));
  if (options.idle !== undefined) line.push('--idle', String(options.idle));
  if (options.web !== undefined) line.push('--web', options.web);
  if (options.timers !== true) line.push('--no-timers');
  if (options.data === undefined && options.onDisk !== true) line.push('--in-memory');
  return line;
}

/** Its answer has whatever type the overloads of `call` give it: the contract is what these tests hold functions to. */
async function callOver(url: string, fn: string, op: string, input: unknown, caller: Caller) {
  const { headers, text } = await send(`${url}/call/${fn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(caller.openid === null ? {} : { 'x-openid': caller.openid }) },
    body: JSON.stringify({ op, requestId: caller.requestId ?? nextRequestId(), input }),
  });
  const count = (name: string) => Number(headers[name] ?? 0);
  const meter = {
    wireCalls: count('x-wire-calls'),
    dbCalls: count('x-db-calls'),
    docsRead: count('x-docs-read'),
    unindexed: count('x-unindexed'),
  };
  return { answer: JSON.parse(text), meter, requestId: String(headers['x-request-id'] ?? '') };
}

async function apiOver(url: string, method: string, path: string, body: unknown): Promise<unknown> {
  const { status, text } = await send(`${url}/_console/api/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${text}`);
  return JSON.parse(text);
}

/** Emulators that wait for the next file, where this runs in a test: `test/support/environment.ts` puts the shelf there. */
const shelf = (globalThis as { shelf?: Shelf }).shelf;

/** How an emulator has to have been started to be lent; `undefined` where it can only be one of its own. */
function lendable({ instances, env, allowUnindexed: _allowed, ...others }: CloudOptions): string | undefined {
  return shelf && Object.keys(others).length === 0 ? JSON.stringify([instances, env]) : undefined;
}

/** An emulator of its own on a free port, or one that begins anew; the build of this run is already there. */
export async function startCloud(options: CloudOptions = {}): Promise<RunningCloud> {
  const [how, line, env] = [lendable(options), commandLine(options), { ...process.env, ...options.env }];
  if (!shelf || how === undefined) return running(await startEmulator(line, env, options.data), options);
  const { emulator, used } = await shelf.lend(how, line, env);
  if (used) await apiOver(emulator.url, 'POST', 'anew', undefined);
  return running(emulator, options, () => shelf.put(how, emulator));
}

function running(emulator: Emulator, options: CloudOptions, giveBack?: () => Promise<void>): RunningCloud {
  const { url, data, pid } = emulator;
  const api: RunningCloud['api'] = (method, path, body) => apiOver(url, method, path, body);
  const kill = async () => {
    await emulator.end('SIGKILL');
  };
  const end = async () => {
    const code = await emulator.end('SIGTERM');
    if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the emulator ended with ${code}`);
  };
  const stop = async () => {
    const unindexed = options.allowUnindexed === true ? [] : await api('GET', 'unindexed');
    await (giveBack ?? end)();
    if (Array.isArray(unindexed) && unindexed.length > 0)
      throw new Error(`queries that no index serves: ${JSON.stringify(unindexed, null, 2)}`);
  };
  const call = (fn: string, op: string, input: unknown, caller: Caller) => callOver(url, fn, op, input, caller);
  return { url, data, pid, call, api, stop, kill };
}
