import { setImmediate as turn } from 'node:timers/promises';
import { collections } from '../config/cloud/collections';
import { openStore } from '../emulator/store/open';
import type { Store } from '../emulator/store/store';
import { holding } from './demo/data-folder';

/** Asks the store for documents, as `Store.find` does. */
export type Look = Store['find'];

/** Does the work on the documents of a data folder that no running cloud holds; it can only look. */
export function walking<T>(data: string, work: (look: Look) => Promise<T>): Promise<T> {
  return holding(data, async () => {
    const store = openStore({ dir: data, collections, now: () => Date.now() });
    const look: Look = async (...asked) => {
      // What the database's driver holds for a query is freed between turns of the event loop, and a walk that only
      // awaits what is there already never ends its turn: without this a million entries held five gigabytes.
      await turn();
      return store.find(...asked);
    };
    try {
      return await work(look);
    } finally {
      store.close();
    }
  });
}
