import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Journey } from './journey';
import { type Props, Theatre } from './stage';

/** Journeys of one file; they share a cloud, and one by one tell their stories on it. */
interface Group {
  file: string;
  journeys: Journey[];
}

const isJourney = (value: unknown): value is Journey =>
  typeof value === 'object' && value !== null && 'name' in value && 'run' in value;

async function groups(wanted: readonly string[]): Promise<Group[]> {
  const folder = join(__dirname, 'journeys');
  const found: Group[] = [];
  for (const name of readdirSync(folder).sort()) {
    const file = name.replace(/\.ts$/, '');
    const loaded: { default: unknown } = await import(join(folder, name));
    const list: unknown = loaded.default;
    const all = (Array.isArray(list) ? list : []).filter(isJourney);
    const asked = (text: string): boolean => wanted.length === 0 || wanted.some((each) => text.includes(each));
    found.push({ file, journeys: asked(file) ? all : all.filter((journey) => asked(journey.name)) });
  }
  return found.filter(({ journeys }) => journeys.length > 0);
}

/** What one journey came to: nothing, or why it failed. */
async function tell(theatre: Theatre, journey: Journey, pictures: string): Promise<string | undefined> {
  let failure: string | undefined;
  try {
    await journey.run(theatre);
  } catch (error) {
    // A story that breaks is the result that this exists for; the next one is told all the same.
    failure = error instanceof Error ? error.message : String(error);
    for (const [index, phone] of theatre.phones.entries()) {
      const path = `${pictures}-${index + 1}.png`;
      // A page that crashed gives no picture, and its failure is known already.
      await phone.page.screenshot({ path }).catch(() => undefined);
    }
  }
  const faults = await theatre.clear();
  await theatre.cloud.api('POST', 'clock', { reset: true });
  await theatre.cloud.api('DELETE', 'faults');
  if (failure === undefined && faults.length === 0) return undefined;
  return [failure, ...faults].filter((each) => each !== undefined).join('\n    ');
}

/** Tells one group's journeys on a cloud of their own; answers how many passed and failed. */
async function tellGroup(
  props: Props,
  { file, journeys }: Group,
  out: string,
): Promise<[passed: number, failed: number]> {
  let [passed, failed] = [0, 0];
  const theatre = new Theatre(props);
  await theatre.start();
  for (const [index, journey] of journeys.entries()) {
    const began = Date.now();
    const failure = await tell(theatre, journey, join(out, `${file}-${index + 1}`));
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
    console.log(`${failure === undefined ? 'ok  ' : 'FAIL'} ${seconds} s  ${journey.name}`);
    if (failure === undefined) passed += 1;
    else {
      failed += 1;
      console.log(`    ${failure}\n    pictures: ${join(out, `${file}-${index + 1}-*.png`)}`);
    }
  }
  try {
    await theatre.end();
  } catch (error) {
    // A query that no index serves is told only when the cloud is stopped.
    failed += 1;
    console.log(`FAIL ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return [passed, failed];
}

/** Groups told at once: most of a journey is waiting for pages, and two on two cores hardly wait for each other. */
const LANES = 2;
/** It visits every page several times, and whoever comes last would be waited for. */
const LONGEST = 'looks';

/** Tells the journeys whose name or file holds one of the words (all where there are none); answers how many failed. */
export async function runJourneys(props: Props, wanted: readonly string[], out: string): Promise<number> {
  mkdirSync(out, { recursive: true });
  const waiting = await groups(wanted);
  waiting.sort((one, other) => Number(other.file === LONGEST) - Number(one.file === LONGEST));
  let [passed, failed] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const [fine, broken] = await tellGroup(props, group, out);
      passed += fine;
      failed += broken;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  console.log(`e2e: ${passed} passed, ${failed} failed`);
  if (passed + failed === 0) console.log(`no journey is called ${wanted.join(' or ')}`);
  return passed + failed === 0 ? 1 : failed;
}
