import { option } from '../people';
import { type Answered, altered, alteredValue, asTheyAre, refusedAs } from './altered';
import { openSheet, type Scene, scrollTo } from './scene';

const HOUR = 3_600_000;

/** An activity's page with something in it otherwise than it is. */
function detailWith(name: string, id: string, change: object, seen?: string | RegExp): Scene {
  return {
    name,
    async show(phone) {
      await alteredValue(phone, 'get', () => change);
      await phone.openActivity(id);
      await phone.reopen();
      await phone.sees('primary');
      if (seen !== undefined) await scrollTo(phone, seen);
    },
    after: asTheyAre,
  };
}

const FULL = { phase: 'full', waitlist: true, waiting: 12 };
const WITH_RULES = {
  companions: 2,
  quota: { capacity: 20, left: 3 },
  coolDown: { absences: 2, days: 90 },
  waiting: 0,
};

/** Details as they are where places are not simply there for the taking. */
export const DETAIL_SCENES: Scene[] = [
  detailWith('detail-waitlist', 'badminton-class', FULL),
  detailWith('detail-approval', 'music-festival', { allocation: 'approval', companions: 2 }),
  detailWith('detail-quota', 'music-festival', WITH_RULES, /你们单位/),
  detailWith('detail-joining-rules', 'music-festival', { ...WITH_RULES, allocation: 'approval' }, '参与须知'),
  detailWith('detail-cancelled', 'music-festival', {
    phase: 'cancelled',
    cancelReason: '气象台发了大风预警，草坪上的舞台搭不了，换个日子再唱',
  }),
  detailWith('detail-offered', 'badminton-class', {
    ...FULL,
    mine: [{ registrationId: 'r', state: 'offered', sessionId: 's1', offerUntil: Date.now() + 5 * HOUR }],
  }),
  detailWith('detail-two-sessions', 'book-fair', {
    onePlacePer: 'session',
    mine: [{ registrationId: 'r', state: 'confirmed', sessionId: 's1' }],
  }),
];

const asFull = (value: Record<string, unknown>): object => ({
  ...FULL,
  places: { capacity: 600, left: 0 },
  sessionList: JSON.parse(JSON.stringify(value.sessionList).replace(/"left":\d+/g, '"left":0')),
});

const withClash = (value: Record<string, unknown>): object => ({
  companions: 2,
  sessionList: JSON.parse(JSON.stringify(value.sessionList)).map((session: { startsAt: number; endsAt: number }) => ({
    ...session,
    clash: { registrationId: 'r', title: '电竞联赛观赛日', startsAt: session.startsAt, endsAt: session.endsAt },
  })),
});

/** The festival's sheet, filled in; the answer to signing up says what it is told to. */
function ending(name: string, change: object, seen: string): Scene {
  return {
    name,
    async show(phone) {
      await altered(phone, 'signUp', (answer): Answered => {
        const given = answer.ok ? answer.value : {};
        return { ok: true, value: { ...given, ...change } };
      });
      await phone.openActivity('music-festival');
      await phone.reopen();
      await openSheet(phone, 'music-festival', '看台区', '不需要');
      await phone.type('contact', '13800138099');
      await phone.tap('confirm-sign-up');
      await phone.reads(seen);
    },
    async after(phone, stage) {
      await asTheyAre(phone);
      const mine = JSON.stringify(await stage.ask(phone.openid, 'activity.mine', { when: 'upcoming' }));
      const id = /"id":"([^"]+)","activityId":"music-festival"/.exec(mine)?.[1];
      if (id !== undefined) await stage.ask(phone.openid, 'activity.cancel', { registrationId: id });
    },
  };
}

/** Signing up where it is full, where somebody decides, and where somebody comes along. */
export const SHEET_SCENES: Scene[] = [
  {
    name: 'sheet-queue',
    async show(phone) {
      await alteredValue(phone, 'get', asFull);
      await phone.openActivity('music-festival');
      await phone.reopen();
      await phone.offers('候补排队');
      await phone.tap('primary');
      await option(phone, '看台区').click();
      await phone.sees('way-hint');
    },
    after: asTheyAre,
  },
  {
    name: 'sheet-apply',
    async show(phone) {
      await alteredValue(phone, 'get', () => ({ allocation: 'approval' }));
      await phone.openActivity('music-festival');
      await phone.reopen();
      await phone.offers('申请参加');
      await phone.tap('primary');
      await phone.sees('way-hint');
    },
    after: asTheyAre,
  },
  {
    name: 'sheet-companions',
    async show(phone) {
      await alteredValue(phone, 'get', withClash);
      await phone.openActivity('music-festival');
      await phone.reopen();
      await phone.offers('报名');
      await phone.tap('primary');
      await option(phone, '看台区').click();
      await phone.press('同伴加一');
    },
    after: asTheyAre,
  },
  {
    name: 'sheet-cooling-down',
    async show(phone) {
      const until = Date.now() + 200 * HOUR;
      await refusedAs(phone, 'signUp', 'COOLING_DOWN', { absences: 2, until });
      await openSheet(phone, 'aed-contest', '没学过');
      await phone.type('contact', '13800138099');
      await phone.tap('confirm-sign-up');
      await phone.sees('refused-COOLING_DOWN');
    },
    after: asTheyAre,
  },
  ending('sheet-queued', { state: 'waitlisted', position: 12 }, '排上队了'),
  ending('sheet-applied', { state: 'applied', companions: 2 }, '申请交上去了'),
];
