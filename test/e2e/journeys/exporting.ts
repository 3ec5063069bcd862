import type { StoredParticipation } from '../../../domain/participation/participation';
import { sweepExports } from '../../support/exports';
import { documents } from '../../support/town';
import { holds, isRecord, itemsOf, same } from '../expect';
import { takes } from '../files';
import type { Journey, Stage } from '../journey';
import { organizerPath } from '../pages';
import { option } from '../people';
import type { Phone } from '../phone';

const EXPORTS = '/packages/export/pages/exports/index';
const AUDITS = '/packages/export/pages/audits/index';
const HOME = '禾芩生物制药';

/** Waits until the newest export is ready, and opens it. */
async function written(stage: Stage, phone: Phone): Promise<Awaited<ReturnType<typeof takes>>> {
  await phone.part('export-queued').or(phone.part('export-ready')).first().waitFor();
  await sweepExports(stage.cloud);
  await phone.sees('export-ready');
  const [newest] = itemsOf(await stage.ask(phone.openid, 'export.list', {}));
  holds(newest !== undefined, 'what was asked for stands in the list');
  return takes(phone, `open-${newest.id}`);
}

const wholeList: Journey = {
  name: 'an organizer exports the list of an activity with whole phones, says what for, and opens it; an admin finds that it was taken',
  async run(stage) {
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open(organizerPath('manage', 'labour-law'));
    await organizer.tap('export');
    await organizer.tap('new-export');
    await organizer.sees('start-sheet');
    await option(organizer, '完整').click();
    await organizer.type('reason', '保险');
    await organizer.tap('start');
    await organizer.reads('请写明原因');
    await organizer.type('reason', '给保险公司投保');
    await organizer.tap('start');
    const { name, book } = await written(stage, organizer);
    holds(/报名名单 \d{4}-\d{2}-\d{2}\.xlsx$/.test(name), `a file is called by what it is: ${name}`);
    const all = await documents<{ activityId: string; state: string }>(stage.cloud, 'registrations');
    const standing = all.filter(
      ({ activityId, state }) => activityId === 'labour-law' && ['confirmed', 'waitlisted'].includes(state),
    );
    const rows = book.records();
    same(rows.length, standing.length, 'rows of the list');
    same(rows.find((row) => row.姓名 === '林晓禾')?.手机, '13800001001', 'a whole phone');
    const admin = await stage.person({ openid: 'demo-admin' });
    await admin.open(AUDITS);
    await admin.reads('取走导出文件', '用途：给保险公司投保');
  },
};

const ownYear: Journey = {
  name: 'an officer exports who took part of their own enterprise alone, and sees no export of anybody else',
  async run(stage) {
    const other = await stage.ask('demo-organizer', 'export.list', {});
    const officer = await stage.person({ openid: 'demo-officer' });
    await officer.open(EXPORTS);
    await officer.sees('empty');
    await officer.tap('new-export');
    await option(officer, '参与记录').click();
    await officer.tap('start');
    const { book } = await written(stage, officer);
    const me = await stage.ask('demo-officer', 'member.me', {});
    const own = isRecord(me) && isRecord(me.enterprise) ? me.enterprise.id : undefined;
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    const year = day.format(Date.now()).slice(0, 4);
    const records = await documents<StoredParticipation>(stage.cloud, 'participations');
    const undone = new Set(records.map(({ undoes }) => undoes));
    const ofOwn = records.filter(
      (record) =>
        record.kind === 'took-part' &&
        !undone.has(record._id) &&
        record.enterpriseId === own &&
        day.format(record.startsAt ?? record.at).startsWith(year),
    );
    const rows = book.records();
    same(rows.length, ofOwn.length, 'who took part of their enterprise');
    same([...new Set(rows.map((row) => row.单位))], [HOME], 'whose they are');
    holds(
      rows.every((row) => /^\d{3}\*{4}\d{4}$/.test(String(row.手机))),
      'an officer’s phones are masked',
    );
    for (const { id } of itemsOf(other)) {
      const { ok } = await stage.tryTo('demo-officer', 'export.link', { exportId: id });
      holds(!ok, 'nobody opens what somebody else exported');
    }
  },
};

export default [wholeList, ownYear];
