import type { ActivityRecord } from '../../../domain/activity/activity';
import { documents } from '../../support/town';
import { signedUp } from '../activities';
import { holds, isRecord, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { memberNo } from '../people';
import type { Phone } from '../phone';
import { readQr } from '../qr-reader';
import { squaresOf } from '../qr-squares';

const GATE = '/packages/checkin/pages/gate/index?id=lawn-stage&session=s1';
const VENUE = '/packages/checkin/pages/venue/index?id=lawn-stage&session=s1';
const ticketOf = (phone: Phone, id: string): Promise<void> =>
  phone.open(`/packages/activity/pages/ticket/index?id=${id}`);

async function arrived(stage: Stage): Promise<number> {
  const value = await stage.ask('demo-volunteer', 'checkin.arrivals', { activityId: 'lawn-stage', sessionId: 's1' });
  holds(isRecord(value) && typeof value.arrived === 'number', 'arrivals are counted');
  return value.arrived;
}

async function attendances(stage: Stage, registrationId: string): Promise<number> {
  const records = await stage.cloud.api('GET', 'documents?collection=participations');
  holds(Array.isArray(records), 'the store gives its documents');
  return records.filter((each) => isRecord(each) && each.registrationId === registrationId).length;
}

const scanned: Journey = {
  name: 'a volunteer scans the code on a phone, once, and undoes a mistake',
  async run(stage) {
    const id = await signedUp(stage, memberNo(41), 'lawn-stage', 'a');
    const before = await arrived(stage);
    const phone = await stage.person({ openid: memberNo(41) });
    await ticketOf(phone, id);
    await phone.sees('ticket-code');
    const code = await phone.part('ticket-code').innerText();
    const volunteer = await stage.person({ openid: 'demo-volunteer' });
    await volunteer.open('/pages/me/index');
    await volunteer.tap('duties');
    await volunteer.tap('duty-lawn-stage-s1');
    await volunteer.type('code', code);
    await volunteer.tap('scan');
    await volunteer.sees('verdict-in');
    same(await arrived(stage), before + 1, 'one more has come');
    await volunteer.type('code', code);
    await volunteer.tap('scan');
    await volunteer.sees('verdict-again');
    same(await arrived(stage), before + 1, 'scanned twice is one');
    await phone.reopen();
    await phone.reads(/已参加|签到/);
    await volunteer.type('code', 'T.nobody.aaaaaaaaaa');
    await volunteer.tap('scan');
    await volunteer.sees('refused-CODE_REFUSED');
    await stage.ask('demo-volunteer', 'checkin.undo', { registrationId: id, reason: '扫错了人' });
    same(await arrived(stage), before, 'undone is not counted');
    same(await attendances(stage, id), 2, 'the check-in and its undoing are two records');
  },
};

const byVenue: Journey = {
  name: 'a member checks in with the code on the venue’s screen',
  async run(stage) {
    const id = await signedUp(stage, memberNo(42), 'lawn-stage', 'b');
    const screen = await stage.person({ openid: 'demo-volunteer' });
    await screen.open(VENUE);
    const code = readQr(await squaresOf(screen));
    holds(code.startsWith('V.lawn-stage.s1.'), `the venue shows ${code}`);
    const lawn = (await documents<ActivityRecord>(stage.cloud, 'activities')).find(({ _id }) => _id === 'lawn-stage');
    holds(lawn !== undefined, 'the stage is there');
    // A browser tells WGS-84, some 500 m from the map's coordinates: within the 800 m of this venue.
    const { latitude, longitude } = lawn.venue;
    const phone = await stage.person({ openid: memberNo(42) });
    await phone.context.grantPermissions(['geolocation']);
    await phone.context.setGeolocation({ latitude, longitude });
    await ticketOf(phone, id);
    await phone.tap('venue-check-in');
    await phone.type('code', code);
    await phone.tap('scan');
    await phone.sees('checked-in');
  },
};

const byList: Journey = {
  name: 'who has no battery left is let in from the list',
  async run(stage) {
    await signedUp(stage, memberNo(43), 'lawn-stage', 'a');
    const me = await stage.ask(memberNo(43), 'member.me', {});
    holds(isRecord(me) && typeof me.name === 'string', 'a member has a name');
    const volunteer = await stage.person({ openid: 'demo-volunteer' });
    await volunteer.open(GATE);
    await volunteer.tap('segment-list');
    await volunteer.type('find', me.name);
    await volunteer.all('[data-testid^="attendee-"]').first().click();
    await volunteer.tap('confirm-admit');
    await volunteer.sees('verdict-in');
    await volunteer.tap('close');
    await volunteer.tap('segment-arrivals');
    await volunteer.sees('arrived');
  },
};

const takenBack: Journey = {
  name: 'a volunteer takes back a check-in with a reason, and the ticket is good again',
  async run(stage) {
    const id = await signedUp(stage, memberNo(44), 'lawn-stage', 'b');
    await stage.ask('demo-volunteer', 'checkin.admit', { registrationId: id, gate: '东门' });
    const before = await arrived(stage);
    const me = await stage.ask(memberNo(44), 'member.me', {});
    holds(isRecord(me) && typeof me.name === 'string', 'a member has a name');
    const volunteer = await stage.person({ openid: 'demo-volunteer' });
    await volunteer.open(GATE);
    await volunteer.tap('segment-list');
    await volunteer.type('find', me.name);
    await volunteer.tap(`attendee-${id}`);
    await volunteer.sees('undo-sheet');
    await volunteer.tap('confirm-undo');
    await volunteer.reads('选一个原因，或者自己写');
    same(await attendances(stage, id), 1, 'without a reason nothing is undone');
    await volunteer.type('undo-reason', '点到了同名的同事');
    await volunteer.tap('confirm-undo');
    await volunteer.hears('已撤销');
    same(await arrived(stage), before - 1, 'one less has come');
    same(await attendances(stage, id), 2, 'the check-in and its undoing are two records');
    const phone = await stage.person({ openid: memberNo(44) });
    await ticketOf(phone, id);
    await phone.sees('qr');
  },
};

export default [scanned, byVenue, byList, takenBack];
