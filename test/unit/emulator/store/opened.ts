import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../../emulator/store/open';
import type { CollectionSpec, IndexSpec, Plan, Store } from '../../../../emulator/store/store';

export interface Opened {
  store: Store;
  dir: string;
  clock: { now: number };
  /** Closes and opens again on the same folder, with these declarations or the former ones. */
  reopen(collections?: CollectionSpec[]): Store;
  close(): void;
}

/** A store in a folder of its own, with a clock that stands until it is moved. */
export function opened(collections: CollectionSpec[]): Opened {
  const dir = mkdtempSync(join(tmpdir(), 'store-'));
  const clock = { now: 1_760_000_000_000 };
  const open = (specs: CollectionSpec[]): Store => openStore({ dir, collections: specs, now: () => clock.now });
  const state: Opened = {
    store: open(collections),
    dir,
    clock,
    reopen: (specs = collections) => {
      state.store.close();
      state.store = open(specs);
      return state.store;
    },
    close: () => {
      state.store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return state;
}

export function index(name: string, fields: Record<string, 1 | -1>, unique = false): IndexSpec {
  return { name, fields: Object.entries(fields).map(([field, order]) => ({ field, order })), unique };
}

/** What a statement reported of its plan. */
export function plans(): { list: Plan[]; note: (plan: Plan) => void } {
  const list: Plan[] = [];
  return { list, note: (plan) => list.push(plan) };
}

export const ONE = { multi: false, merge: true, upsert: false };
export const MANY = { multi: true, merge: true, upsert: false };

/** The refusal of a promise as `code: message`. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return `${'code' in error ? String(error.code) : '?'}: ${error.message}`;
  }
  return 'nothing was refused';
}
