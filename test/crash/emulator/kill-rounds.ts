import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildFixtures } from '../../integration/emulator/fixture-cloud';
import { type RunningCloud, startCloud } from '../../support/cloud';
import { chance } from '../../support/seed';
import { acknowledgedIn, type Book, emptyBook, writeUntilGone } from './load';

const CLIENTS = 6;
const LONGEST_MS = 250;
/** A kill before anything was acknowledged proves nothing, and a busy machine acknowledges little in a moment. */
const LEAST_ACKNOWLEDGED = 12;

/** What is stored under an id, its number if it has one. */
type Stored = Map<string, number>;

async function readAll(cloud: RunningCloud): Promise<Stored> {
  const documents: { _id: string; n?: Record<string, string> }[] = Object(
    await cloud.api('GET', 'documents?collection=notes'),
  );
  return new Map(documents.map(({ _id, n }) => [_id, Number(n?.$numberInt ?? 0)]));
}

/** Everything that contradicts what a client was told; empty where nothing was lost and nothing is half done. */
function contradictions(name: string, book: Book, stored: Stored): string[] {
  const lost = book.inserted.filter((id) => !stored.has(id)).map((id) => `${id} was acknowledged and is lost`);
  const counter = stored.get(`${name}-counter`) ?? -1;
  if (counter < book.increased || counter > book.increased + book.unanswered.increase)
    lost.push(`${name}-counter is ${counter}, acknowledged ${book.increased}`);
  const left = stored.get(`${name}-left`) ?? 0;
  const right = stored.get(`${name}-right`) ?? 0;
  if (left !== right) lost.push(`half a transaction: ${name}-left ${left}, ${name}-right ${right}`);
  if (left < book.paired || left > book.paired + book.unanswered.pair)
    lost.push(`${name}-left is ${left}, acknowledged ${book.paired}`);
  return lost;
}

/** One life of an emulator: written to by all clients at once, killed at a moment of chance. Gives what they were told. */
async function liveAndDie(cloud: RunningCloud, names: string[], random: () => number): Promise<Map<string, Book>> {
  let alive = true;
  const documents = names.map((name) => ({ _id: `${name}-counter`, n: 0 }));
  await cloud.api('POST', 'documents', { collection: 'notes', documents });
  const kept = new Map(names.map((name) => [name, emptyBook()]));
  const writing = [...kept].map(([name, book]) =>
    writeUntilGone(cloud.url, name, chance(random() * 2 ** 32), () => alive, book),
  );
  const books = Promise.all(writing);
  const soFar = (): number => [...kept.values()].reduce((sum, book) => sum + acknowledgedIn(book), 0);
  do await sleep(random() * LONGEST_MS);
  while (soFar() < LEAST_ACKNOWLEDGED);
  alive = false;
  await cloud.kill();
  return new Map((await books).map((book, at) => [names[at] ?? '', book]));
}

export interface KillReport {
  acknowledged: number;
  contradictions: string[];
}

/** Kills the emulator `rounds` times under load on the same data, and compares what is there with what was acknowledged. */
export async function killRounds(rounds: number, seed: number): Promise<KillReport> {
  const random = chance(seed);
  const data = mkdtempSync(join(tmpdir(), 'kill-'));
  const functions = await buildFixtures(['hello']);
  const report: KillReport = { acknowledged: 0, contradictions: [] };
  const told = new Map<string, Book>();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const names = Array.from({ length: CLIENTS }, (_, n) => `r${round}c${n}`);
      const died = await startCloud({ data, cloud: functions });
      for (const [name, book] of await liveAndDie(died, names, random)) {
        told.set(name, book);
        report.acknowledged += acknowledgedIn(book);
      }
      const again = await startCloud({ data, cloud: functions, allowUnindexed: true });
      const stored = await readAll(again);
      for (const [name, book] of told) report.contradictions.push(...contradictions(name, book, stored));
      await again.stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
    rmSync(functions, { recursive: true, force: true });
  }
  return report;
}
