/**
 * Runs inside a worker: one instance of one function, one invocation at a time. The bundle is loaded once and stays, so
 * that what it keeps in memory lives as long as the instance, as on the platform.
 */
import { join } from 'node:path';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { loadBundle } from './load-bundle';
import type { FromInstance, Invoke, ToInstance } from './messages';

/** Build output, as the emulator beside it is. */
const CODE = join(__dirname, 'code');

interface Bundle {
  main: (event: unknown, context: unknown) => unknown;
  forget: () => void;
}

/** Names that are set for each call; what one caller had must never be seen by the next. */
const PER_CALL = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'WX_CONTEXT_KEYS', 'TCB_SOURCE'];

const port = parentPort;
if (port === null) throw new Error('an instance runs inside a worker');
const say = (message: FromInstance): void => port.postMessage(message);

let offsetMs = 0;

/** Makes the function see the emulator's time: `Date.now()`, `new Date()` and `Date()`. */
function followClock(): void {
  const RealDate = Date;
  const now = (): number => RealDate.now() + offsetMs;
  const moved = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: moved, configurable: true, writable: true });
  globalThis.Date = moved;
}

function captureConsole(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[level] = (...parts: unknown[]) => say({ kind: 'log', level, text: format(...parts) });
}

const errorText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function loadMain(): Bundle {
  const data: unknown = workerData;
  if (typeof data !== 'object' || data === null || !('entry' in data) || typeof data.entry !== 'string')
    throw new Error('an instance needs its entry');
  const loaded = loadBundle(data.entry, CODE);
  if (typeof loaded !== 'object' || loaded === null || !('main' in loaded) || typeof loaded.main !== 'function')
    throw new Error(`${data.entry} exports no main`);
  const { main } = loaded;
  return {
    main: (event, context) => main(event, context),
    forget: () => 'forget' in main && typeof main.forget === 'function' && main.forget(),
  };
}

async function invoke({ main }: Bundle, call: Invoke): Promise<void> {
  offsetMs = call.offsetMs;
  for (const name of PER_CALL) delete process.env[name];
  Object.assign(process.env, call.environment);
  try {
    const result = await main(JSON.parse(call.event), call.context);
    say({ kind: 'done', result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    // Whatever the function threw is a failed call; the instance itself goes on.
    say({ kind: 'threw', error: errorText(error) });
  }
}

captureConsole();
followClock();
try {
  const bundle = loadMain();
  port.on('message', (message: ToInstance) => {
    if (message.kind === 'clock') offsetMs = message.offsetMs;
    else if (message.kind === 'forget') bundle.forget();
    else void invoke(bundle, message);
  });
  say({ kind: 'ready' });
} catch (error) {
  // A bundle that does not load fails the calls that wait for it, with this as the reason in the log.
  say({ kind: 'not-loaded', error: errorText(error) });
}
