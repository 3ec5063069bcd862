import { activityFrom } from '../../domain/activity/activity';
import type { RunningCloud } from '../support/cloud';
import { uploadSheet } from '../support/imports';
import { DAY, HOUR, NOON, plan, session } from '../support/plans';
import { xlsx } from '../support/sheets';
import { addMembers, addToRoster, insert, memberOf } from '../support/town';

type Sight = (openid: string) => Promise<object>;
type Inputs = Record<string, Sight>;

/** An activity that is over, for sheets to be of. */
export async function addHeldActivity(cloud: RunningCloud): Promise<void> {
  const held = { ...session('s1', 50), startsAt: NOON - 2 * DAY, endsAt: NOON - 2 * DAY + HOUR };
  const past = plan({ id: 'held', sessions: [held], opensAt: NOON - 9 * DAY, closesAt: NOON - 3 * DAY });
  await insert(cloud, 'activities', [activityFrom(past, 1, 'draft')]);
}

/** Sheets that show their asker a member: one of another roster whom it takes off, one whom it finds. */
export function importSights(cloud: () => RunningCloud): Record<'checkRoster' | 'checkAttendance', Sight> {
  return {
    async checkRoster(openid) {
      const member = memberOf(`off-${openid}`, { enterpriseId: 'e2' });
      await addMembers(cloud(), [member]);
      await addToRoster(cloud(), 'e2', member.phone);
      const rows = [
        ['姓名', '手机'],
        ['张三', '13700000002'],
      ];
      const fileId = await uploadSheet(cloud(), xlsx(rows), { openid });
      return { fileId, enterpriseId: 'e2', columns: { name: 0, phone: 1 } };
    },
    async checkAttendance(openid) {
      const rows = [['手机'], [memberOf(openid).phone]];
      const fileId = await uploadSheet(cloud(), xlsx(rows), { openid });
      return { fileId, activityId: 'held', columns: { phone: 0 } };
    },
  };
}

/** Sheets of the asker's own, so that nothing but permission can refuse them. */
export function importInputs(cloud: () => RunningCloud): Inputs {
  const fileOf = (openid: string, rows: string[][]) => uploadSheet(cloud(), xlsx(rows), { openid });
  const roster = async (openid: string) => ({
    fileId: await fileOf(openid, [
      ['姓名', '手机'],
      ['张三', '13700000001'],
    ]),
    enterpriseId: 'e1',
  });
  const attendance = async (openid: string) => ({
    fileId: await fileOf(openid, [['手机'], ['13700000001']]),
    activityId: 'held',
  });
  const columns = { name: 0, phone: 1 };
  return {
    'import.start': async () => ({}),
    'import.readRoster': roster,
    'import.checkRoster': async (openid) => ({ ...(await roster(openid)), columns }),
    'import.applyRoster': async (openid) => ({ ...(await roster(openid)), columns }),
    'import.rosterImports': async () => ({ enterpriseId: 'e1' }),
    'import.readAttendance': attendance,
    'import.checkAttendance': async (openid) => ({ ...(await attendance(openid)), columns: { phone: 0 } }),
    'import.applyAttendance': async (openid) => ({ ...(await attendance(openid)), columns: { phone: 0 } }),
  };
}
