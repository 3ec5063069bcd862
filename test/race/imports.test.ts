import { activityFrom } from '../../domain/activity/activity';
import { phoneKey } from '../../domain/member/phone';
import type { RosterBook, RosterPage } from '../../domain/member/roster';
import type { ParticipationRecord } from '../../domain/participation/participation';
import { ABANDONED_MS } from '../../types/limits';
import { PRIVACY_NOTICE } from '../../types/vocabulary';
import { importsAgree } from '../support/auditor-imports';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { ask, confirmed, given, importRoster, requestId } from '../support/imports';
import { DAY, HOUR, NOON, plan, session } from '../support/plans';
import { tally } from '../support/rush';
import { xlsx } from '../support/sheets';
import {
  addEnterprises,
  addMembers,
  advance,
  documents,
  insert,
  memberOf,
  PHONE_KEY,
  runSweep,
  setClock,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';
import { untilFree } from '../support/until-free';

const UNITS = { e1: '药谷第一制药', e2: '药谷第二制药', e3: '药谷第三制药', e4: '药谷第四制药', e5: '药谷第五制药' };
type Unit = keyof typeof UNITS;
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, UNITS);
  await importRoster(cloud, sheet('e5', '13700000050'));
  for (const [fn, op] of [
    ['import', 'start'],
    ['member', 'me'],
    ['import-roster-unguarded', 'main'],
  ] as const)
    await warmUp(cloud, fn, op, { enterpriseId: 'e5' }, 4);
});
beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

function sheet(unit: Unit, ...phones: string[]): Buffer {
  return xlsx([['姓名', '手机号', '单位'], ...phones.map((phone, at) => [`职工${at}`, phone, UNITS[unit]])]);
}

const slow = (fn: string, op: string, at: number, ms: number, times = 1) =>
  cloud.api('POST', 'faults', { function: fn, op, at, when: 'after', effect: 'delay', ms, times });

function apply(op: string, input: object): Promise<LooseAnswer> {
  const request = requestId();
  return untilFree(() => ask(cloud, op, input, { request }));
}

/** The digests on the roster that is in force. */
async function rosterOf(unit: Unit): Promise<string[]> {
  const [book] = await documents<RosterBook>(cloud, 'rosterBook');
  const pages = await documents<RosterPage>(cloud, 'rosters');
  return pages.filter((page) => page.import === book?.of[unit]?.import).flatMap(({ keys }) => keys);
}
const keysOf = (...phones: string[]): string[] => phones.map((phone) => phoneKey(phone, PHONE_KEY));

/** The book is the second thing that an import reads, after its caller. */
const BOOK_READ = 2;

describe('two imports of one roster at once', () => {
  const [one = '', other = ''] = ['13700000001', '13700000002'];

  test('without the revision the second takes off whom the first put on, and nobody said yes', async () => {
    await cloud.api('POST', 'faults', {
      function: 'import-roster-unguarded',
      at: 1,
      when: 'after',
      effect: 'delay',
      ms: 300,
      times: 2,
    });
    const answers = await Promise.all(
      keysOf(one, other).map(async (key, at) => {
        const input = { run: `naive-${at}`, enterpriseId: 'e1', keys: [key] };
        return (await cloud.call('import-roster-unguarded', 'main', input, { openid: 'x' })).answer;
      }),
    );
    expect(tally(answers)).toEqual({ ok: 2 });
    expect(await rosterOf('e1')).toHaveLength(1);
  });

  test('one comes into force, and the other is asked whether it means to take those people off', async () => {
    const inputs = [await confirmed(cloud, sheet('e2', one), {}), await confirmed(cloud, sheet('e2', other), {})];
    await slow('import', 'applyRoster', BOOK_READ, 300, 2);
    const answers = await Promise.all(inputs.map((input) => apply('applyRoster', input)));
    expect(tally(answers)).toEqual({ ok: 1, NEEDS_YES: 1 });
    expect(await rosterOf('e2')).toEqual(keysOf(answers[0]?.ok ? one : other));
  });

  test('those of different enterprises are both in force afterwards', async () => {
    const inputs = [await confirmed(cloud, sheet('e3', one), {}), await confirmed(cloud, sheet('e4', other), {})];
    await slow('import', 'applyRoster', BOOK_READ, 300, 2);
    expect(tally(await Promise.all(inputs.map((input) => apply('applyRoster', input))))).toEqual({ ok: 2 });
    expect([await rosterOf('e3'), await rosterOf('e4')]).toEqual([keysOf(one), keysOf(other)]);
  });
});

describe('an import comes into force between two reads of somebody joining', () => {
  /** What becomes of one who stands on the roster before and after. */
  async function joinedDuring(phone: string, meanwhile: () => Promise<unknown>): Promise<unknown> {
    await importRoster(cloud, sheet('e5', '13700000050', phone));
    // It knows the book: after its caller, its enterprise and its phone. The page is yet to be read.
    await slow('member', 'join', 4, 2_500);
    const input = {
      ...{ name: '新人', phoneCode: `phone-${phone}-${requestId()}`, enterpriseId: 'e5', employment: 'employee' },
      consent: { notice: PRIVACY_NOTICE },
    };
    const joining = cloud.call('member', 'join' as string, input, { openid: `joiner-${phone}` });
    await untilStruck(cloud);
    await importRoster(cloud, sheet('e5', '13700000050', phone, `${Number(phone) + 1}`));
    await meanwhile();
    return given<{ status: string }>((await joining).answer).status;
  }

  test('the pages they are on the way to are still there', async () => {
    expect(await joinedDuring('13700000051', () => runSweep(cloud, 'sweepImports', 'import'))).toBe('active');
  });

  test('if those went at once they would wait for staff', async () => {
    const removed = async () => {
      await advance(cloud, ABANDONED_MS);
      await runSweep(cloud, 'sweepImports', 'import');
    };
    expect(await joinedDuring('13700000061', removed)).toBe('pending');
  });
});

describe('sheets of one activity', () => {
  const people = ['ann', 'bob', 'cat'].map((openid) => memberOf(openid, { name: `职工${openid}` }));
  const phones = people.map(({ phone }) => phone);
  const input = (activityId: string, ...of: string[]) =>
    confirmed(cloud, xlsx([['手机'], ...of.map((phone) => [phone])]), { activityId });

  beforeAll(async () => {
    await addMembers(cloud, people);
    const held = { ...session('s1', 50), startsAt: NOON - 2 * DAY, endsAt: NOON - 2 * DAY + HOUR };
    const past = plan({ sessions: [held], opensAt: NOON - 9 * DAY, closesAt: NOON - 3 * DAY });
    const ids = ['ended', 'raced'];
    await insert(
      cloud,
      'activities',
      ids.map((id) => activityFrom({ ...past, id }, 1, 'draft')),
    );
  });

  const tookPart = async (activityId: string): Promise<string[]> =>
    (await documents<ParticipationRecord>(cloud, 'participations'))
      .filter((record) => record.activityId === activityId)
      .map(({ kind, memberId }) => `${kind} ${memberId}`)
      .sort();

  test('one that is being written out is ended by whoever comes next, and both hear what came of theirs', async () => {
    const first = await input('ended', ...phones.slice(0, 2));
    const second = await input('ended', ...phones);
    // Decided, and its record read; the page with its changes is yet to be.
    await slow('import', 'applyAttendance', 12, 1_500);
    const slowly = ask(cloud, 'applyAttendance', first);
    await untilStruck(cloud);
    const [book] = await documents<{ applying?: string }>(cloud, 'attendanceBooks');
    expect(book?.applying).toBeDefined();
    expect(await ask(cloud, 'applyAttendance', second)).toMatchObject({ ok: true, value: { added: 1, unchanged: 2 } });
    expect(await slowly).toEqual({ ok: true, value: { added: 2, unchanged: 0, removed: 0 } });
    expect(await tookPart('ended')).toEqual(people.map(({ _id }) => `took-part ${_id}`).sort());
  });

  test('of two that are decided at once the second is decided again, on what the first left', async () => {
    const inputs = [await input('raced', ...phones.slice(0, 2)), await input('raced', ...phones.slice(1))];
    await slow('import', 'applyAttendance', 2, 400, 2);
    const answers = await Promise.all(inputs.map((each) => apply('applyAttendance', each)));
    expect(tally(answers)).toEqual({ ok: 1, NEEDS_YES: 1 });
    expect(await tookPart('raced')).toHaveLength(2);
  });
});

test('afterwards nothing is left half-way', async () => {
  await advance(cloud, ABANDONED_MS + HOUR);
  for (const sweep of ['sweepImports', 'sweepUploads']) await runSweep(cloud, sweep, 'import');
  // The control's first roster, which no line names, is the proof that it was one.
  expect((await importsAgree(cloud, true)).filter((fault) => !fault.includes('page naive-'))).toEqual([]);
});
