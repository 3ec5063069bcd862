import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 20_000;

/** An emulator's process, and the folder of its data. */
export interface Emulator {
  url: string;
  data: string;
  pid: number;
  /** A process may end while this one lives. */
  unref: () => void;
  /** Its end; gives the exit code. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

function whenReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => reject(new Error(`the emulator did not start: ${said}`)), START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /^ready (\S+)/m.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(limit);
      resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      clearTimeout(limit);
      reject(new Error(`the emulator ended: ${said}`));
    });
  });
}

/** Starts one with this command line, beside which only the folder of its data is needed. */
export async function startEmulator(
  line: readonly string[],
  env: Record<string, string | undefined>,
  data = mkdtempSync(join(tmpdir(), 'cloud-')),
): Promise<Emulator> {
  const child = spawn(process.execPath, [...line, '--data', data], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await whenReady(child);
  child.stderr.pipe(process.stderr);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return gone;
  };
  const unref = () => {
    child.unref();
    // Pipes to a child are sockets, whatever their type says.
    for (const pipe of [child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref();
  };
  return { url, data, pid: child.pid ?? 0, unref, end };
}

/** Emulators of one process that are idle at a time. */
const MOST = 5;

/**
 * Emulators that outlive the test file which started them: most of what a short-lived one costs is code that is not compiled
 * yet. Each is lent to one file at a time, and begins anew for it.
 */
export class Shelf {
  /** By how they were started; the one that has waited longest comes first. */
  readonly #idle: { how: string; emulator: Emulator }[] = [];

  /** One that was started so; `used` where it has to begin anew. */
  async lend(
    how: string,
    line: readonly string[],
    env: Record<string, string | undefined>,
  ): Promise<{ emulator: Emulator; used: boolean }> {
    const at = this.#idle.findIndex((each) => each.how === how);
    const [waiting] = at < 0 ? [] : this.#idle.splice(at, 1);
    if (waiting) return { emulator: waiting.emulator, used: true };
    const emulator = await startEmulator(line, env);
    emulator.unref();
    return { emulator, used: false };
  }

  async put(how: string, emulator: Emulator): Promise<void> {
    this.#idle.push({ how, emulator });
    if (this.#idle.length <= MOST) return;
    const oldest = this.#idle.shift();
    await oldest?.emulator.end('SIGKILL');
    if (oldest) rmSync(oldest.emulator.data, { recursive: true, force: true });
  }

  /** For the end of the process, when nothing can be waited for. */
  clear(): void {
    for (const { emulator } of this.#idle.splice(0)) {
      process.kill(emulator.pid, 'SIGKILL');
      rmSync(emulator.data, { recursive: true, force: true });
    }
  }
}
