/**
 * `npm run bench -- year`: a year of 4,417 activities and 469,000 participations of 50,000 members. Most of it is planted as
 * it stands when it is counted, the rest waits and is counted by the real sweep; then the report is read, and all records
 * are counted anew. Everything has to agree.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../config/cloud/collections';
import { absenceCountsAs, type Fact } from '../../domain/report/facts';
import { openStore } from '../../emulator/store/open';
import type { Store } from '../../emulator/store/store';
import type { RunningCloud } from '../support/cloud';
import buildWhatIsStale from '../support/global-setup';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { atReport, sweepTallies } from '../support/report';
import { ReportBooks } from '../support/report-books';
import { enterpriseAt, type YearRecord, yearOf } from '../support/report-year';
import { chance, saySeed } from '../support/seed';
import { addEnterprises, startTown } from '../support/town';

/** These shrink it, for trying. */
const SIZE = {
  year: 2026,
  activities: Number(process.env.YEAR_ACTIVITIES ?? 4_417),
  participations: Number(process.env.YEAR_PARTICIPATIONS ?? 469_000),
  members: Number(process.env.YEAR_MEMBERS ?? 50_000),
  enterprises: Number(process.env.YEAR_ENTERPRISES ?? 600),
};
/** Records that wait for the sweep: those of the last sessions. */
const SWEPT = Number(process.env.YEAR_SWEPT ?? 20_000);
const BATCH = 200;
/** Documents that reach the file together. */
const TOGETHER = 20_000;
const ASKED = 30;

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);

/** As it is when a sweep has counted it. */
function counted(record: YearRecord, n: number): object {
  const { tallyDue: _mark, ...rest } = record.document;
  if (record.collection !== 'registrations') return rest;
  return { ...rest, tallied: { n, as: absenceCountsAs(record.document) } };
}

/** Documents on their way into the store, and what those count as that no sweep will come to. */
class Year {
  readonly books = new ReportBooks();
  readonly #store: Store;
  #waiting: Record<string, object[]> = {};
  #count = 0;
  #facts: Fact[] = [];
  n = 1;

  constructor(store: Store) {
    this.#store = store;
  }

  async add(record: YearRecord, isSwept: boolean): Promise<void> {
    const list = this.#waiting[record.collection] ?? [];
    this.#waiting[record.collection] = list;
    list.push(isSwept ? record.document : counted(record, this.n));
    this.#count += 1;
    if (!isSwept) this.#facts.push(...record.facts);
    if (this.#facts.length >= BATCH) this.#fold();
    if (this.#count >= TOGETHER) await this.flush();
  }

  #fold(): void {
    this.books.apply(this.#facts, this.n);
    [this.#facts, this.n] = [[], this.n + 1];
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    [this.#waiting, this.#count] = [{}, 0];
    for (const [name, list] of Object.entries(waiting)) await this.#store.insert(name, list);
  }

  /** What the sweeps have kept so far. */
  async end(): Promise<void> {
    this.#fold();
    await this.flush();
    await this.#store.insert('tallies', [...this.books.tallies.values()]);
    const tallied = [...this.books.tallied.values()];
    for (let from = 0; from < tallied.length; from += TOGETHER)
      await this.#store.insert('tallied', tallied.slice(from, from + TOGETHER));
    await this.#store.insert('batches', [{ _id: 'fold', v: 1, n: this.n, exactUpTo: 0 }]);
  }
}

async function plant(data: string): Promise<number> {
  const began = performance.now();
  const store = openStore({ dir: data, collections, now: () => NOON });
  const year = new Year(store);
  let planted = 0;
  const expected = SIZE.participations * 2.1;
  for (const session of yearOf(SIZE, chance(saySeed()))) {
    for (const record of session) await year.add(record, planted > expected - SWEPT);
    planted += session.length;
  }
  await year.end();
  store.close();
  console.log(`${planted} records planted, ${year.n} batches of them counted, in ${seconds(began)} s`);
  return planted;
}

async function sweeping(cloud: RunningCloud): Promise<void> {
  const began = performance.now();
  let [runs, records, calls] = [0, 0, 0];
  for (;;) {
    const { result, meter } = await sweepTallies(cloud);
    if (!result?.ok) throw new Error('the sweep failed');
    if (result.value?.found === 0) break;
    runs += 1;
    records += result.value?.done ?? 0;
    calls += meter.dbCalls;
  }
  const each = (performance.now() - began) / Math.max(1, runs);
  console.log(
    `swept: ${records} records in ${runs} runs, ${each.toFixed(0)} ms and ${(calls / runs).toFixed(0)} calls a run`,
  );
}

async function reading(cloud: RunningCloud): Promise<void> {
  for (const input of [{ year: SIZE.year }, { year: SIZE.year, enterpriseId: enterpriseAt(0) }]) {
    const times: number[] = [];
    let said = '';
    for (let turn = 0; turn < ASKED; turn++) {
      const began = performance.now();
      const { answer, meter } = await atReport(cloud, 'year', input);
      times.push(performance.now() - began);
      const { total } = accepted(answer);
      said = `${meter.dbCalls} calls, ${(JSON.stringify(answer).length / 1_000).toFixed(0)} KB; ${total.sessions} 场次, ${total.times} 人次, ${total.persons} 人数`;
    }
    const inOrder = times.sort((a, b) => a - b);
    const [median, worst] = [inOrder[ASKED / 2] ?? 0, inOrder.at(-1) ?? 0];
    console.log(
      `${Object.keys(input).join(' and ')}: ${median.toFixed(0)} ms, at most ${worst.toFixed(0)} ms, ${said}`,
    );
  }
}

async function main(): Promise<void> {
  await buildWhatIsStale();
  const data = mkdtempSync(join(tmpdir(), 'year-'));
  try {
    await plant(data);
    const cloud = await startTown({ instances: 2, data, allowUnindexed: true });
    const ids = Array.from({ length: SIZE.enterprises }, (_none, at) => enterpriseAt(at));
    await addEnterprises(cloud, Object.fromEntries(ids.map((id) => [id, `药谷${id}生物医药技术有限公司`])));
    await sweeping(cloud);
    await reading(cloud);
    await cloud.stop();
    const tsx = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs');
    const recount = spawnSync(process.execPath, [tsx, 'scripts/recount.ts', '--data', data], { stdio: 'inherit' });
    if (recount.status !== 0) process.exitCode = 1;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
