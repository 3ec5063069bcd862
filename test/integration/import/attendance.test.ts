import { activityFrom } from '../../../domain/activity/activity';
import type { ParticipationRecord } from '../../../domain/participation/participation';
import type { AttendancePreview, RowCheck } from '../../../types/contract';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { ask, confirmed, given, requestId } from '../../support/imports';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { xlsx } from '../../support/sheets';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

type Checked = RowCheck & { plan?: AttendancePreview };

let cloud: RunningCloud;
const people = ['ann', 'bob', 'cat', 'dan'].map((openid) => memberOf(openid, { name: `职工${openid}` }));
const [ann, bob, cat, dan] = people;
const HEADS = ['姓名', '手机'];

/** Held two days ago, never published. */
const held = { ...session('s1', 50), startsAt: NOON - 2 * DAY, endsAt: NOON - 2 * DAY + 2 * HOUR };

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addMembers(cloud, people);
  const draft = plan({ id: 'picnic', sessions: [held], opensAt: NOON - 9 * DAY, closesAt: NOON - 3 * DAY });
  await insert(cloud, 'activities', [activityFrom(draft, 1, 'draft')]);
  await addActivities(cloud, plan({ id: 'later' }));
});

afterAll(() => cloud.stop());

const target = { activityId: 'picnic' };
const sheetOf = (...members: (typeof ann)[]): Buffer =>
  xlsx([HEADS, ...members.map((member) => [member?.name, member?.phone])]);

const tookPart = async (): Promise<string[]> => {
  const records = await documents<ParticipationRecord>(cloud, 'participations');
  const undone = new Set(records.map(({ undoes }) => undoes));
  const standing = records.filter(({ kind, _id }) => kind === 'took-part' && !undone.has(_id));
  return standing.map(({ memberId }) => memberId).sort();
};
const idsOf = (...members: (typeof ann)[]): string[] => members.map((member) => member?._id ?? '').sort();

test('rows that are members take part, once; guests are told and hold up nothing', async () => {
  const bytes = xlsx([
    HEADS,
    [ann?.name, ann?.phone],
    ['别的名字', bob?.phone],
    ['家属', '13900000077'],
    [cat?.name, cat?.phone],
  ]);
  const input = await confirmed(cloud, bytes, target);
  const checked = given<Checked>(await ask(cloud, 'checkAttendance', input));
  expect(checked.plan).toMatchObject({ added: 2, unchanged: 0, removed: 0, unmatchedRows: 2 });
  expect(checked.plan?.unmatched.map(({ row, why }) => [row, why])).toEqual([
    [3, 'another-name'],
    [4, 'not-a-member'],
  ]);
  const request = requestId();
  const done = { ok: true, value: { added: 2, unchanged: 0, removed: 0 } };
  expect(await ask(cloud, 'applyAttendance', input, { request })).toEqual(done);
  expect(await ask(cloud, 'applyAttendance', input, { request })).toEqual(done);
  expect(await tookPart()).toEqual(idsOf(ann, cat));
});

test('the same sheet again changes nothing', async () => {
  const input = await confirmed(cloud, sheetOf(ann, cat), target);
  expect(await ask(cloud, 'applyAttendance', input)).toEqual({
    ok: true,
    value: { added: 0, unchanged: 2, removed: 0 },
  });
});

test('a corrected sheet takes off, with a yes, whom an earlier one entered, and puts them on again', async () => {
  const input = await confirmed(cloud, sheetOf(cat, dan), target);
  const { plan: found } = given<Checked>(await ask(cloud, 'checkAttendance', input));
  expect(found).toMatchObject({ added: 1, unchanged: 1, removed: 1, going: [{ name: ann?.name, day: '2026-11-18' }] });
  expect(await ask(cloud, 'applyAttendance', input)).toMatchObject({ refusal: 'NEEDS_YES', detail: { removed: 1 } });
  expect(await tookPart()).toEqual(idsOf(ann, cat));
  expect(await ask(cloud, 'applyAttendance', { ...input, yes: found?.digest })).toMatchObject({ ok: true });
  expect(await tookPart()).toEqual(idsOf(cat, dan));
  const all = await confirmed(cloud, sheetOf(ann, cat, dan), target);
  expect(await ask(cloud, 'applyAttendance', all)).toMatchObject({ value: { added: 1, unchanged: 2 } });
  expect(await tookPart()).toEqual(idsOf(ann, cat, dan));
});

test('points and tallies follow from the records, and all books agree', async () => {
  for (let turn = 0; turn < 3; turn += 1) await runSweeps(cloud);
  const entries = await documents<{ memberId: string; cause: { kind: string } }>(cloud, 'entries');
  expect(entries.filter(({ memberId }) => memberId === cat?._id).map(({ cause }) => cause.kind)).toEqual([
    'attendance',
  ]);
  const answer = await cloud.call('report', 'year' as string, { year: 2026 }, { openid: FIRST_ADMIN });
  expect(answer.answer).toMatchObject({
    value: { total: { sessions: 1, times: 3, persons: 3, attendance: { expected: 0 } } },
  });
  expect(await audit(cloud, { swept: true })).toEqual([]);
});

test('the activity’s log says that a sheet was imported', async () => {
  const { answer } = await cloud.call('organizer', 'log' as string, { activityId: 'picnic' }, { openid: FIRST_ADMIN });
  const { items } = given<{ items: { what: string; count: number }[] }>(answer);
  expect(items.map(({ what, count }) => [what, count])).toEqual([
    ['imported', 1],
    ['imported', 2],
    ['imported', 2],
  ]);
});

test('what people did in the app stands: who came counts once, who has a place is for the list', async () => {
  const place = async (openid: string) => {
    const input = { activityId: 'later', sessionId: 's1', answers: {} };
    const { answer } = await cloud.call('activity', 'signUp' as string, input, { openid });
    return given<{ id: string }>(answer).id;
  };
  const registrationId = await place('ann');
  await place('bob');
  const [activity] = (await documents<{ _id: string; startsAt: number; endsAt: number }>(cloud, 'activities')).filter(
    ({ _id }) => _id === 'later',
  );
  expect(
    await ask(cloud, 'readAttendance', {
      fileId: (await confirmed(cloud, sheetOf(ann), target)).fileId,
      activityId: 'later',
    }),
  ).toMatchObject({ refusal: 'NOT_YET_OVER', detail: { endsAt: activity?.endsAt } });
  await setClock(cloud, (activity?.startsAt ?? 0) + HOUR);
  expect(
    (await cloud.call('checkin', 'admit' as string, { registrationId }, { openid: FIRST_ADMIN })).answer,
  ).toMatchObject({ ok: true });
  await setClock(cloud, (activity?.endsAt ?? 0) + HOUR);
  const input = await confirmed(cloud, sheetOf(ann, bob, dan), { activityId: 'later' });
  const { plan: found } = given<Checked>(await ask(cloud, 'checkAttendance', input));
  expect(found).toMatchObject({ added: 1, unchanged: 1, removed: 0, unmatched: [{ row: 3, why: 'signed-up' }] });
  await ask(cloud, 'applyAttendance', input);
  const none = await confirmed(cloud, xlsx([HEADS, ['家属', '13900000077']]), { activityId: 'later' });
  expect(given<Checked>(await ask(cloud, 'checkAttendance', none)).plan).toMatchObject({
    removed: 1,
    going: [{ name: dan?.name }],
  });
});

test('a cancelled activity has no attendance, and of two sessions on one day one is to be named', async () => {
  const twice = plan({
    id: 'twice',
    sessions: [held, { ...held, id: 's2', startsAt: held.startsAt + HOUR }],
    closesAt: NOON - 3 * DAY,
    opensAt: NOON - 9 * DAY,
  });
  await insert(cloud, 'activities', [
    activityFrom(twice, 1, 'draft'),
    activityFrom({ ...twice, id: 'off' }, 1, 'cancelled'),
  ]);
  const { fileId, columns } = await confirmed(cloud, sheetOf(ann), target);
  expect(await ask(cloud, 'checkAttendance', { fileId, columns, activityId: 'off' })).toMatchObject({
    refusal: 'ACTIVITY_CANCELLED',
  });
  expect(await ask(cloud, 'checkAttendance', { fileId, columns, activityId: 'twice' })).toMatchObject({
    refusal: 'SESSION_NEEDED',
    detail: { sessions: [{ id: 's1' }, { id: 's2' }] },
  });
  const named = { fileId, columns, activityId: 'twice', sessionId: 's2' };
  expect(await ask(cloud, 'checkAttendance', named)).toMatchObject({ ok: true, value: { plan: { added: 1 } } });
});
