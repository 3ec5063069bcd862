import { signedUp } from '../activities';
import { holds, isRecord } from '../expect';
import type { Stage } from '../journey';
import { AT_VENUE, DUTIES, gatePath, seekAtGate } from '../pages';
import { memberNo } from '../people';
import type { Phone } from '../phone';
import { openTicket, PATHS, page, type Reel, type Scene } from './scene';

const openid = 'demo-volunteer';

/** The gate, opened anew. */
const gate = (name: string, ready: (phone: Phone) => Promise<void>): Scene => ({
  name,
  async show(phone) {
    await phone.open(gatePath('gate'));
    await phone.reopen();
    await phone.sees('gate');
    await ready(phone);
  },
});

const venue = (name: string): Scene => page(name, gatePath('venue'), (phone) => phone.sees('venue-code'));

async function arrivals(phone: Phone): Promise<void> {
  await phone.tap('segment-arrivals');
  await phone.sees('arrived');
}

/** Somebody's code, as their phone shows it now. */
async function codeOf(stage: Stage, member: string): Promise<string> {
  const phone = await stage.person({ openid: member });
  await openTicket(phone, stage, 'lawn-stage');
  await phone.sees('ticket-code');
  return phone.part('ticket-code').innerText();
}

async function scan(phone: Phone, code: string, verdict: string): Promise<void> {
  await phone.type('code', code);
  await phone.tap('scan');
  await phone.sees(verdict);
}

/** Good for half a minute; the ticket of somebody who is in shows none any more. */
let codeOfIn = '';

const scanning: Scene[] = [
  page('duties', DUTIES, (phone) => phone.sees('duty-lawn-stage-s1')),
  gate('gate', (phone) => phone.sees('scan-view')),
  {
    name: 'gate-name',
    async show(phone) {
      await phone.tap('gate-name-press');
      await phone.sees('gate-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'gate-in',
    async show(phone, stage) {
      await signedUp(stage, memberNo(52), 'lawn-stage', 'a');
      codeOfIn = await codeOf(stage, memberNo(52));
      await scan(phone, codeOfIn, 'verdict-in');
    },
  },
  {
    name: 'gate-again',
    show: (phone) => scan(phone, codeOfIn, 'verdict-again'),
  },
  {
    name: 'gate-refused',
    show: (phone) => scan(phone, 'T.nobody.aaaaaaaaaa', 'refused-CODE_REFUSED'),
  },
];

const listing: Scene[] = [
  gate('gate-list-empty', (phone) => phone.tap('segment-list')),
  gate('gate-list', seekAtGate),
  {
    name: 'gate-admit',
    async show(phone, stage) {
      const id = await signedUp(stage, memberNo(53), 'lawn-stage', 'b');
      const me = await stage.ask(memberNo(53), 'member.me', {});
      holds(isRecord(me) && typeof me.name === 'string', 'a member has a name');
      await phone.type('find', me.name);
      await phone.tap(`attendee-${id}`);
      await phone.all('.attendee-facts').waitFor();
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'gate-undo',
    async show(phone) {
      await phone.type('find', '陈');
      await phone.all('.attendee:has(.attendee__presence--in)').first().click();
      await phone.sees('undo-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  gate('gate-arrivals', arrivals),
];

const again = (prefix: string): Scene[] => [
  page(`${prefix}-duties`, DUTIES, (phone) => phone.sees('duty-lawn-stage-s1')),
  gate(`${prefix}-gate`, (phone) => phone.sees('scan-view')),
  gate(`${prefix}-gate-list`, seekAtGate),
  gate(`${prefix}-gate-arrivals`, arrivals),
  venue(`${prefix}-venue`),
];

const atVenue: Scene[] = [
  page('at-venue', AT_VENUE, (phone) => phone.sees('ready')),
  { name: 'at-venue-refused', show: (phone) => scan(phone, 'V.lawn-stage.s1.000000', 'refused-CODE_REFUSED') },
];

export const GATE_REELS: Reel[] = [
  {
    device: { openid },
    scenes: [page('me-volunteer', PATHS.me, (phone) => phone.sees('duties')), ...scanning, ...listing, venue('venue')],
  },
  { device: { openid: memberNo(52) }, scenes: atVenue },
  { device: { openid, width: 320, height: 640, textSize: 24 }, scenes: again('small') },
  { device: { openid, width: 1280, height: 800 }, scenes: again('desktop') },
];
