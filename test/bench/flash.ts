/**
 * `npm run bench -- flash`: the minute that counts. 10,000 members ask for 500 places in four zones, no enterprise more
 * than 20, from eight instances, each tenth request sent twice; once where it is refused when full and once where there
 * is a queue. Fails where anything is oversold, doubled or lost, or where a class costs other calls with more history.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../emulator/store/open';
import type { LooseAnswer, Meter, RunningCloud } from '../support/cloud';
import buildWhatIsStale from '../support/global-setup';
import { atOnce, requestId, settled } from '../support/rush';
import { flashTown, INSTANCES, MEMBERS, openidOf, PLACES, withMeasure } from './flash-town';

const AT_ONCE = 64;
const MS = Number(process.env.BENCH_MS ?? 3_000);
const HISTORIES = (process.env.BENCH_HISTORY ?? '1000,200000').split(',').map(Number);

interface Sample {
  what: string;
  ms: number;
  calls: number;
  read: number;
}

const KINDS: Record<string, string> = { confirmed: 'winner', waitlisted: 'waitlisted', FULL: 'refused' };

function kindOf(answer: LooseAnswer): string {
  const said = answer.ok ? (answer.value as { state: string }).state : answer.refusal;
  return KINDS[said] ?? said;
}

async function ask(
  cloud: RunningCloud,
  activityId: string,
  at: number,
  id = requestId(),
): Promise<[Sample, LooseAnswer]> {
  const zoneId = activityId === 'roomy' ? {} : { zoneId: 'abcd'.charAt(at % 4) };
  const input = { activityId, sessionId: 's1', answers: {}, ...zoneId };
  const began = performance.now();
  const called: { answer: LooseAnswer; meter: Meter } = await cloud.call('activity', 'signUp', input, {
    openid: openidOf(at),
    requestId: id,
  });
  const { dbCalls: calls, docsRead: read } = called.meter;
  return [{ what: kindOf(called.answer), ms: performance.now() - began, calls, read }, called.answer];
}

/** Everybody at once, each tenth twice under the same id; gives what each call cost, and what was wrong. */
async function rush(
  cloud: RunningCloud,
  activityId: string,
): Promise<{ samples: Sample[]; faults: string[]; seconds: number }> {
  const faults: string[] = [];
  const samples: Sample[] = [];
  const began = performance.now();
  await atOnce(
    Array.from({ length: MEMBERS }, (_, at) => at),
    AT_ONCE,
    async (at) => {
      const id = requestId();
      for (let tries = 0; tries < 20; tries++) {
        const [sample, answer] = await ask(cloud, activityId, at, id);
        if (sample.what === 'BUSY') continue;
        samples.push(sample);
        if (at % 10 === 0) {
          const [, again] = await ask(cloud, activityId, at, id);
          const same = kindOf(again) === kindOf(answer);
          if (!same) faults.push(`${openidOf(at)}: ${kindOf(answer)}, then ${kindOf(again)}`);
        }
        return;
      }
      faults.push(`${openidOf(at)} was told twenty times that it is busy`);
    },
  );
  return { samples, faults, seconds: (performance.now() - began) / 1_000 };
}

/** How many of the same thing are done in a second, so many under way. */
async function rate(
  work: (at: number) => Promise<unknown>,
  most = Number.POSITIVE_INFINITY,
  lanes = AT_ONCE,
): Promise<number> {
  const began = performance.now();
  let done = 0;
  let next = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - began < MS && next < most) {
      next += 1;
      await work(next - 1);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done * 1_000) / (performance.now() - began);
}

/** So many updates under way share a commit; through the host no more than there are instances can. */
async function bareStore(lanes: number): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'flash-store-'));
  const store = openStore({ dir, collections: [{ name: 'stock', indexes: [] }], now: Date.now });
  await store.insert('stock', [{ _id: 'one', left: 1e9 }]);
  const options = { multi: false, merge: true, upsert: false };
  const update = () => store.update('stock', { _id: 'one', left: { $gt: 0 } }, { $inc: { left: -1 } }, options);
  const found = await rate(update, Number.POSITIVE_INFINITY, lanes);
  store.close();
  rmSync(dir, { recursive: true, force: true });
  return found;
}

const percentile = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const row = (...cells: string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(11))).join('');
const line = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Most calls of a kind cost the same; the few that met somebody else's change cost a round more. */
function costsOf(samples: Sample[]): Map<string, string> {
  const kinds = [...new Set(samples.map(({ what }) => what))].sort();
  return new Map(
    kinds.map((kind) => {
      const of = samples.filter(({ what }) => what === kind);
      const times = of.map(({ ms }) => ms).sort((a, b) => a - b);
      const middle = (pick: (sample: Sample) => number) =>
        percentile(
          of.map(pick).sort((a, b) => a - b),
          0.5,
        );
      const most = Math.max(...of.map(({ calls }) => calls));
      const calls = middle(({ calls }) => calls);
      const read = middle(({ read }) => read);
      const [half, worst] = [percentile(times, 0.5), percentile(times, 0.99)].map((ms) => ms.toFixed(1));
      line(row(kind, String(of.length), `${half} ms`, `${worst} ms`, `${calls} (${most})`, String(read)));
      return [kind, `${calls} calls, ${read} read`];
    }),
  );
}

interface Rates {
  host: number;
  naive: number;
  refused: number;
  winners: number;
}

async function ratesOf(cloud: RunningCloud): Promise<Rates> {
  const caller = { openid: 'anybody' };
  // Each runs once unmeasured, so that every instance is up.
  await atOnce(
    Array.from({ length: AT_ONCE }, () => 0),
    AT_ONCE,
    () => cloud.call('measure', 'update', { id: 'one' }, caller),
  );
  const host = await rate(() => cloud.call('measure', 'update', { id: 'one' }, caller));
  const naive = await rate(() => cloud.call('measure', 'naive', { id: 'festival' }, caller));
  const refused = await rate((at) => ask(cloud, 'refusing', at % MEMBERS));
  const winners = await rate((at) => ask(cloud, 'roomy', at), 2_000);
  return { host, naive, refused, winners };
}

/** The whole of it over a history of so many registrations; gives costs by kind, and what was wrong. */
async function flash(folder: string, history: number): Promise<{ costs: string; faults: string[]; rates: Rates }> {
  const cloud = await flashTown(folder, history);
  line(
    `\n${history} earlier registrations, ${MEMBERS} members, ${PLACES} places in 4 zones, at most 20 an enterprise, 8 instances`,
  );
  line(row('', 'answers', 'p50', 'p99', 'db calls', 'docs read'));
  const faults: string[] = [];
  const costs: string[] = [];
  for (const activityId of ['refusing', 'queueing']) {
    const done = await rush(cloud, activityId);
    faults.push(...done.faults);
    costs.push(...[...costsOf(done.samples)].map(([kind, cost]) => `${activityId} ${kind}: ${cost}`));
    const won = done.samples.filter(({ what }) => what === 'winner').length;
    if (won !== PLACES) faults.push(`${activityId}: ${won} places of ${PLACES}`);
    line(row(`  in all (${activityId})`, `${(done.samples.length / done.seconds).toFixed(0)} /s`));
  }
  const rates = await ratesOf(cloud);
  faults.push(...(await settled(cloud)));
  await cloud.stop();
  return { costs: costs.sort().join('\n'), faults, rates };
}

async function main(): Promise<void> {
  await buildWhatIsStale();
  const folder = await withMeasure();
  const results: Awaited<ReturnType<typeof flash>>[] = [];
  for (const history of HISTORIES) {
    const bare = await bareStore(AT_ONCE);
    const alike = await bareStore(INSTANCES);
    const result = await flash(folder, history);
    const { host, naive, refused, winners } = result.rates;
    const share = (a: number, b: number): string => `${((a / b) * 100).toFixed(0)} %`;
    line(row('calls a second', 'rate', 'share of', ''));
    line(row(`bare store, ${AT_ONCE} at once`, bare.toFixed(0)));
    line(row(`bare store, ${INSTANCES} at once`, alike.toFixed(0)));
    line(row('through the host', host.toFixed(0), share(host, bare), `or ${share(host, alike)}`));
    line(row('count, then insert', naive.toFixed(0), share(naive, host), 'the host'));
    line(row('refused', refused.toFixed(0), share(refused, host), 'the host'));
    line(row('winners', winners.toFixed(0), share(winners, host), 'the host'));
    results.push(result);
  }
  rmSync(folder, { recursive: true, force: true });
  const faults = results.flatMap((result) => result.faults);
  const [first, ...rest] = results.map(({ costs }) => costs);
  if (rest.some((costs) => costs !== first))
    faults.push(`the costs differ: ${results.map(({ costs }) => costs).join(' | ')}`);
  line(
    faults.length === 0
      ? '\noversold 0, doubled 0, lost 0; the same calls and documents read with every history'
      : `\n${faults.slice(0, 20).join('\n')}`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
