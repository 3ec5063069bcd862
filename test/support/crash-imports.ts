import { activityFrom } from '../../domain/activity/activity';
import type { AttendancePreview, RosterPreview } from '../../types/contract';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { ask, confirmed, given, requestId } from './imports';
import { DAY, HOUR, NOON, plan, session } from './plans';
import { xlsx } from './sheets';
import { addMembers, FIRST_ADMIN, insert, memberOf } from './town';

const UNIT = '药谷第一制药';

const phoneOf = (tag: string, at: number): string =>
  `134${tag.replace(/\D/g, '').slice(-5).padStart(5, '0')}${String(at).padStart(3, '0')}`;

/** A roster in the place of the former one: some come, some go, some stay. */
async function applyRoster(cloud: RunningCloud, tag: string): Promise<Command> {
  const rows = [0, 1, 2].map((at) => [`名${at}`, at === 0 ? '13400099999' : phoneOf(tag, at), UNIT]);
  const input = await confirmed(cloud, xlsx([['姓名', '手机', '单位'], ...rows]), {});
  const { plan: found } = given<{ plan?: RosterPreview }>(await ask(cloud, 'checkRoster', input));
  const yes = found?.digest;
  return { fn: 'import', op: 'applyRoster', input: { ...input, yes }, openid: FIRST_ADMIN, requestId: requestId() };
}

/** A corrected sheet of an activity: one stays, one goes, one comes. */
async function applyAttendance(cloud: RunningCloud, tag: string): Promise<Command> {
  const activityId = `held-${tag}`;
  const held = { ...session('s1', 50), startsAt: NOON - 2 * DAY, endsAt: NOON - 2 * DAY + HOUR };
  const past = plan({ id: activityId, sessions: [held], opensAt: NOON - 9 * DAY, closesAt: NOON - 3 * DAY });
  await insert(cloud, 'activities', [activityFrom(past, 1, 'draft')]);
  const people = [0, 1, 2].map((at) => memberOf(`there-${tag}-${at}`, { name: `到场${tag}之${at}` }));
  await addMembers(cloud, people);
  const sheet = (of: readonly (typeof people)[number][]) => xlsx([['手机'], ...of.map(({ phone }) => [phone])]);
  const first = await confirmed(cloud, sheet(people.slice(0, 2)), { activityId });
  given(await ask(cloud, 'applyAttendance', first));
  const input = await confirmed(cloud, sheet(people.slice(1)), { activityId });
  const { plan: found } = given<{ plan?: AttendancePreview }>(await ask(cloud, 'checkAttendance', input));
  const yes = found?.digest;
  return { fn: 'import', op: 'applyAttendance', input: { ...input, yes }, openid: FIRST_ADMIN, requestId: requestId() };
}

export const IMPORTING: Record<string, Prepare> = { applyRoster, applyAttendance };
