import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CloudDeclaration, CollectionDeclaration } from '../../config/cloud/declaration';
import { activityFrom } from '../../domain/activity/activity';
import { newRegistration, type RegistrationRecord } from '../../domain/signup/registration';
import type { RunningCloud } from '../support/cloud';
import { DAY, NOON, plan, session } from '../support/plans';
import { addActivities, addMembers, insert, memberOf, startTown } from '../support/town';

export const MEMBERS = 10_000;
export const PLACES = 500;
export const INSTANCES = 8;
const ENTERPRISES = 40;

export const openidOf = (at: number): string => `load-${String(at + 1).padStart(6, '0')}`;

const own = (name: string, fields: string[]): CollectionDeclaration => ({
  name,
  keeps: 'what is measured beside',
  access: 'functions-only',
  indexes: fields.map((field) => ({ name: field, fields: [{ field, order: 1 }] })),
});

/** The functions as they are built, and one beside them that does a single update, or counts and inserts. */
export async function withMeasure(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'flash-'));
  cpSync(join(process.cwd(), 'dist', 'cloud'), dir, { recursive: true });
  const file = join(dir, 'cloud.json');
  const { collections, functions } = JSON.parse(readFileSync(file, 'utf8')) as CloudDeclaration;
  const measure = { name: 'measure', timeoutSeconds: 10, memoryMb: 256, timers: [], openapi: [], environment: [] };
  const more = [own('stock', []), own('takers', ['of'])];
  writeFileSync(file, JSON.stringify({ collections: [...collections, ...more], functions: [...functions, measure] }));
  mkdirSync(join(dir, 'measure'));
  await build({
    entryPoints: [join(process.cwd(), 'test', 'bench', 'control', 'one-update.ts')],
    outfile: join(dir, 'measure', 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return dir;
}

/** Four zones of 125, and no enterprise more than 20 of the 500. */
const festival = (id: string, waitlist: boolean) =>
  plan({
    id,
    waitlist,
    quota: { each: 20 },
    sessions: [
      session(
        's1',
        PLACES,
        ['a', 'b', 'c', 'd'].map((zone) => [zone, PLACES / 4]),
      ),
    ],
  });

/** Registrations of activities that are over, so many of them. */
function earlier(count: number): RegistrationRecord[] {
  const activity = activityFrom(plan({ id: 'long-ago' }));
  const [of] = activity.sessions;
  if (!of) throw new Error('an activity has a session');
  return Array.from({ length: count }, (_, at) => {
    const memberId = `m${String(at % 50_000).padStart(23, 'a')}`.replace(/\d/g, (digit) =>
      'abcdefghij'.charAt(Number(digit)),
    );
    const held = {
      registration: `r${String(at).padStart(9, '0')}`,
      request: `q${at}`,
      digest: '',
      seats: 1,
      counters: ['s1'],
      at: NOON - 40 * DAY,
    };
    const record = newRegistration({
      state: 'confirmed',
      poolId: `past-${at % 400}`,
      activityId: `past-${at % 400}`,
      terms: { cancelUntil: NOON - 30 * DAY, takesAttendance: false },
      session: { ...of, startsAt: NOON - 30 * DAY, endsAt: NOON - 30 * DAY + 1 },
      held,
      memberId,
      enterpriseId: 'e1',
      answers: {},
      promiseV: 1,
    });
    return { ...record, state: 'cancelled', cancelledAt: NOON - 31 * DAY, holdKey: record._id };
  });
}

/** A town with so many registrations of former times, 10,000 members, and the activities that the rush is for. */
export async function flashTown(folder: string, former: number): Promise<RunningCloud> {
  const cloud = await startTown({ cloud: folder, instances: INSTANCES, onDisk: true });
  await addActivities(cloud, festival('refusing', false), festival('queueing', true));
  await addActivities(cloud, plan({ id: 'roomy', sessions: [session('s1', 2_000)] }));
  await addMembers(
    cloud,
    Array.from({ length: MEMBERS }, (_, at) => memberOf(openidOf(at), { enterpriseId: `e${at % ENTERPRISES}` })),
  );
  await insert(cloud, 'registrations', earlier(former));
  await insert(cloud, 'stock', [{ _id: 'one', left: 1e9 }]);
  return cloud;
}
