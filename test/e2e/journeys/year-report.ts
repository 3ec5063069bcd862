import type { StoredParticipation } from '../../../domain/participation/participation';
import { documents } from '../../support/town';
import { holds, isRecord, same } from '../expect';
import type { Journey, Stage } from '../journey';
import type { Phone } from '../phone';
import { allCounted, MINE, YEAR } from '../report-pages';

const HOME = '禾芩生物制药';

/** What the demo's records say of this year, counted by hand. */
async function ofDemo(stage: Stage, of: (record: StoredParticipation) => boolean): Promise<Record<string, string>> {
  const records = await documents<StoredParticipation>(stage.cloud, 'participations');
  const undone = new Set(records.map(({ undoes }) => undoes));
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  const year = day.format(Date.now()).slice(0, 4);
  const there = records.filter(
    (record) =>
      record.kind === 'took-part' &&
      !undone.has(record._id) &&
      day.format(record.startsAt ?? record.at).startsWith(year) &&
      of(record),
  );
  const words = (number: number): string => number.toLocaleString('en-US');
  return {
    sessions: words(new Set(there.map(({ activityId, sessionId }) => `${activityId} ${sessionId}`)).size),
    times: words(there.reduce((sum, { seats }) => sum + seats, 0)),
    persons: words(new Set(there.map(({ memberId }) => memberId)).size),
  };
}

/** The three numbers at the head of the report. */
async function headline(phone: Phone): Promise<Record<string, string>> {
  await phone.sees('report');
  const said: Record<string, string> = {};
  for (const measure of ['sessions', 'times', 'persons'])
    said[measure] = await phone.part(`total-${measure}`).locator('.large').innerText();
  return said;
}

const asRecorded: Journey = {
  name: 'an organizer opens the report of the year, and it says what the records of the demo say; an officer reads their own enterprise alone',
  async run(stage) {
    await allCounted(stage);
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open('/pages/me/index');
    await organizer.tap('report');
    await organizer.reads('园区工会，全部单位', /^数字截至/);
    same(await headline(organizer), await ofDemo(stage, () => true), 'the year of all');
    const officer = await stage.person({ openid: 'demo-officer' });
    await officer.open('/pages/me/index');
    await officer.tap('report');
    await officer.reads(HOME);
    const me = await stage.ask('demo-officer', 'member.me', {});
    const own = isRecord(me) && isRecord(me.enterprise) ? me.enterprise.id : undefined;
    const ofOwn = await ofDemo(stage, ({ enterpriseId }) => enterpriseId === own);
    same(await headline(officer), ofOwn, 'the year of one');
    holds((await officer.all('[data-testid="by-enterprise"]').count()) === 0, 'an officer sees no other enterprise');
    await officer.open(`${YEAR}?enterprise=somebody-else&year=2026`);
    await officer.reopen();
    await officer.sees('refused-FORBIDDEN');
    await organizer.type('seek', HOME);
    await organizer.press(new RegExp(HOME));
    await organizer.reads(HOME);
    same(await headline(organizer), ofOwn, 'the same enterprise as an organizer reads it');
  },
};

const ownYear: Journey = {
  name: 'a member looks back on their year; who opens what they shared sees their own, and a visitor is invited',
  async run(stage) {
    const worker = await stage.person({ openid: 'demo-worker' });
    await worker.open('/pages/me/index');
    await worker.tap('my-year');
    await worker.sees('went');
    const said = await stage.ask('demo-worker', 'report.myYear', {
      year: new Date(Date.now() + 8 * 3_600_000).getUTCFullYear(),
    });
    holds(isRecord(said), 'the year is answered');
    same(await worker.part('activities').innerText(), String(said.activities), 'the activities of the year');
    same(worker.path(), MINE, 'the page that is shared names nobody');
    const visitor = await stage.person({ openid: 'demo-visitor' });
    await visitor.open(MINE);
    await visitor.sees('not-member');
    await visitor.tap('join');
  },
};

export default [asRecorded, ownYear];
