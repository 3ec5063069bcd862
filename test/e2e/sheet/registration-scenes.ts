import { memberNo } from '../people';
import { alteredItems, alteredValue, asTheyAre } from './altered';
import { DETAIL_SCENES, SHEET_SCENES } from './detail-scenes';
import { openTicket, PATHS, type Reel, type Scene } from './scene';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The page of the worker's evening run, had it come otherwise. */
function registration(name: string, change: () => object, seen: string, then?: Scene['show']): Scene {
  return {
    name,
    async show(phone, stage) {
      await alteredValue(phone, 'registration', change);
      await openTicket(phone, stage, 'evening-run');
      await phone.reopen();
      await phone.sees(seen);
      await then?.(phone, stage);
    },
    after: asTheyAre,
  };
}

const over = () => ({ id: 's1', name: '周四夜跑', startsAt: Date.now() - 3 * HOUR, endsAt: Date.now() - HOUR });
const byOrganizer = { state: 'cancelled', endedBy: 'organizer', ticketKey: undefined };

const waiting: Scene[] = [
  registration('reg-applied', () => ({ state: 'applied', allocation: 'approval' }), 'applied'),
  registration('reg-waitlisted', () => ({ state: 'waitlisted', position: 12 }), 'position'),
  registration(
    'reg-waitlisted-leave',
    () => ({ state: 'waitlisted', position: 12 }),
    'position',
    (phone) => phone.tap('cancel'),
  ),
  registration('reg-offered', () => ({ state: 'offered', offerUntil: Date.now() + 5 * HOUR, companions: 1 }), 'accept'),
  registration('reg-offered-last', () => ({ state: 'offered', offerUntil: Date.now() + 6 * MINUTE }), 'countdown'),
  registration('reg-lapsed', () => ({ state: 'offered', offerUntil: Date.now() - MINUTE }), 'ending-lapsed'),
];

const tickets: Scene[] = [
  registration('ticket-companions', () => ({ companions: 2 }), 'qr'),
  registration('ticket-no-key', () => ({ ticketKey: undefined }), 'code-awaited'),
  registration('ticket-no-attendance', () => ({ checkIn: undefined }), 'ticket'),
  {
    name: 'ticket-offline',
    async show(phone, stage) {
      await openTicket(phone, stage, 'evening-run');
      await phone.sees('qr');
      await phone.page.route('**/call/**', (route) => route.abort('failed'));
      await phone.reopen();
      await phone.reads(/没有网络也能入场/);
    },
    after: (phone) => phone.page.unroute('**/call/**'),
  },
];

const endings: Scene[] = [
  registration(
    'reg-declined',
    () => ({ state: 'declined', endedBy: 'organizer', reason: '这一期只收没参加过的同事，下一期给你留着' }),
    'reason',
  ),
  registration('reg-let-go', () => ({ state: 'declined', endedBy: 'member' }), 'ending-let-go'),
  registration('reg-cancelled', () => ({ state: 'cancelled', endedBy: 'member' }), 'ending-cancelled'),
  registration('reg-called-off', () => ({ ...byOrganizer, reason: '这一场要给外地来的同事腾几个位子' }), 'reason'),
  registration('reg-attended', attendedNow, 'attendance'),
  registration('reg-absent', () => ({ state: 'absent', session: over() }), 'ending-absent'),
  registration('reg-over', () => ({ session: over() }), 'ending-over'),
];

function attendedNow(): object {
  return { state: 'attended', session: over(), attendance: { at: Date.now() - 2 * HOUR, way: 'ticket' } };
}

const STATES: readonly object[] = [
  { state: 'confirmed', companions: 2 },
  { state: 'offered', offerUntil: Date.now() + 5 * HOUR },
];

const lists: Scene[] = [
  {
    name: 'registrations-states',
    async show(phone) {
      await alteredItems(phone, 'mine', (_item, index) => STATES[index] ?? { state: 'waitlisted' });
      await phone.open(PATHS.registrations);
      await phone.reopen();
      await phone.reads(/有名额了/);
    },
    after: asTheyAre,
  },
  {
    name: 'home-offer',
    async show(phone) {
      await alteredItems(phone, 'mine', (_item, index) => STATES[index] ?? {});
      await phone.open(PATHS.home);
      await phone.reopen();
      await phone.reads('轮到你了，有名额', '正在报名');
    },
    after: asTheyAre,
  },
];

const openid = 'demo-worker';

export const REGISTRATION_REELS: Reel[] = [
  // Somebody who holds nothing yet: the worker has signed up for the festival on an earlier reel.
  { device: { openid: memberNo(50) }, scenes: [...DETAIL_SCENES, ...SHEET_SCENES] },
  { device: { openid }, scenes: [...waiting, ...tickets, ...endings, ...lists] },
];
