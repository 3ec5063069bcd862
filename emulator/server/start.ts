import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { Clock } from '../host/clock';
import { readCloud } from '../host/cloud-declaration';
import { Faults } from '../host/faults';
import { FunctionHost } from '../host/function-host';
import { Log } from '../host/log';
import { Timers } from '../host/timers';
import { OpenApi } from '../openapi/open-api';
import { Files } from '../storage/files';
import { openStore } from '../store/open';
import type { Arguments } from './arguments';
import type { Cloud } from './cloud';
import { takeDataDir } from './data-lock';
import { Journal } from './journal';
import { makeServer } from './server';

export interface Emulator {
  url: string;
  stop: () => Promise<void>;
}

/** Binds to loopback only: who can reach the emulator can be anybody it names. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(taken ? new Error(`port ${port} is in use; choose another with --port`) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** `former`: a cloud that has ended, whose instances go on in this one. */
function assemble(options: Arguments, baseUrl: string, former?: Cloud): Cloud {
  const cloud = former?.host.setting.cloud ?? readCloud(options.cloud);
  const clock = new Clock();
  const faults = new Faults();
  const log = new Log(options.data);
  const setting = {
    cloud,
    folder: options.cloud,
    bootstrap: join(__dirname, 'instance.cjs'),
    instances: options.instances,
    idleMs: options.idle * 1000,
    ...{ clock, faults, log, baseUrl },
  };
  const host = new FunctionHost(setting, former?.host);
  const journal = new Journal(clock, log);
  host.onFinished((finished) => journal.finished(finished));
  const permits = (name: string, api: string) => host.specOf(name)?.openapi.includes(api) === true;
  const { collections } = cloud;
  return {
    store: openStore({ ...(!options.inMemory && { dir: options.data }), collections, now: clock.now }),
    clock,
    faults,
    files: new Files(options.data, clock.now),
    host,
    timers: new Timers(host, clock, options.timers),
    openApi: new OpenApi(clock, permits),
    journal,
    log,
    ...(options.web === undefined ? {} : { web: options.web }),
  };
}

function end({ timers, store, log }: Cloud): void {
  timers.stop();
  store.close();
  log.close();
}

/** In the place of a cloud in memory one that has just begun; what the former still had under way ends without it. */
function anew(options: Arguments, former: Cloud): Cloud {
  end(former);
  for (const folder of ['files', 'log']) rmSync(join(options.data, folder), { recursive: true, force: true });
  const next = assemble(options, former.host.setting.baseUrl, former);
  former.host.stop();
  return next;
}

/**
 * Starts everything and serves. Takes the data directory before the store is opened; throws a sentence where the port or
 * the directory is in use, or where `cloud.json` is not what it should be.
 */
export async function start(options: Arguments): Promise<Emulator> {
  let cloud: Cloud | undefined;
  const server = makeServer(() => cloud);
  const port = await listen(server, options.port);
  const url = `http://127.0.0.1:${port}`;
  const release = await takeDataDir(options.data, url);
  const begin = (assembled: Cloud): void => {
    cloud = assembled;
    if (options.inMemory) assembled.startAnew = () => begin(anew(options, assembled));
    assembled.timers.start();
  };
  begin(assemble(options, url));
  return {
    url,
    stop: async () => {
      cloud?.host.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (cloud) end(cloud);
      release();
    },
  };
}
