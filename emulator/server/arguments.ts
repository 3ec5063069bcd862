import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Arguments {
  port: number;
  data: string;
  cloud: string;
  web?: string;
  instances: number;
  /** Seconds after which an instance with nothing to do is stopped. */
  idle: number;
  timers: boolean;
  /** The store is in memory alone and ends with the process: no call waits for a disk. */
  inMemory: boolean;
}

export const USAGE =
  'usage: main.cjs --port N --data DIR --cloud DIR [--web DIR] [--instances N] [--idle SECONDS] [--no-timers] [--in-memory]   (port 0: any free one)';

function whole(text: string, what: string, low: number, high: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new Error(`${what} is a whole number, ${low} to ${high}`);
  return value;
}

/** Reads the command line; throws a sentence where it is wrong. */
export function readArguments(argv: string[]): Arguments {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: '7070' },
      data: { type: 'string' },
      cloud: { type: 'string' },
      web: { type: 'string' },
      instances: { type: 'string', default: '8' },
      idle: { type: 'string', default: '60' },
      'no-timers': { type: 'boolean', default: false },
      'in-memory': { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined || values.cloud === undefined) throw new Error('--data and --cloud are needed');
  return {
    port: whole(values.port ?? '', '--port', 0, 65535),
    data: resolve(values.data),
    cloud: resolve(values.cloud),
    instances: whole(values.instances ?? '', '--instances', 1, 64),
    idle: whole(values.idle ?? '', '--idle', 1, 3600),
    timers: values['no-timers'] !== true,
    inMemory: values['in-memory'] === true,
    ...(values.web === undefined ? {} : { web: resolve(values.web) }),
  };
}
