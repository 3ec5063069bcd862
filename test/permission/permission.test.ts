import type { AuditEntryRecord } from '../../domain/audit/audit';
import { venueCode, venueKey } from '../../domain/ticket/code';
import { PRIVACY_NOTICE, type Role, type Scope } from '../../types/vocabulary';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { clockOf, codeOf, tonight } from '../support/gate';
import { plan, session } from '../support/plans';
import { requestIds } from '../support/request-ids';
import { servedOperations } from '../support/served-operations';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  memberOf,
  startTown,
  TICKET_KEY,
} from '../support/town';
import { addHeldFair, afterwardsInputs } from './afterwards-inputs';
import { addBenefitThings, benefitInputs } from './benefit-inputs';
import { exportInputs } from './export-inputs';
import { addHeldActivity, importInputs, importSights } from './import-inputs';
import { leagueEnteringInputs } from './league-entering-inputs';
import { addLeagueThings, leaguePlayingInputs } from './league-playing-inputs';
import { SIGHTS } from './looks';
import { organizerInputs } from './organizer-inputs';
import { pointsInputs } from './points-inputs';
import { addNotes, noteInputs } from './reading-feed-inputs';
import { addReadingThings, readerInputs } from './reading-inputs';
import { addTeamThings, readingOrganizerInputs } from './reading-organizer-inputs';
import { acceptedAtShop, roleInputs } from './role-inputs';
import { ASKERS, type Asker, SOMEBODY_ELSES, SOMEBODY_ELSES_REDEMPTION, TABLE } from './table';
import { triedCells } from './tried-cells';

const requestId = requestIds(4);
const served = servedOperations();
let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addActivities(cloud, plan({ id: 'music', sessions: [session('s1', 1_000), tonight('s2', 1_000)] }));
  await addBenefitThings(cloud);
  await addReadingThings(cloud);
  await addNotes(cloud);
  await addTeamThings(cloud);
  await addLeagueThings(cloud);
  await addHeldActivity(cloud);
  await addHeldFair(cloud);
});

afterAll(() => cloud.stop());

const SCOPES: Record<Role, (own: boolean) => Scope> = {
  admin: () => ({ kind: 'all' }),
  organizer: () => ({ kind: 'all' }),
  'unit-officer': (own) => ({ kind: 'enterprise', id: own ? 'e1' : 'e2' }),
  volunteer: (own) => ({ kind: 'activity', id: own ? 'music' : 'walk' }),
  referee: (own) => ({ kind: 'activity', id: own ? 'music' : 'walk' }),
  merchant: (own) => ({ kind: 'shop', id: own ? 'cafe' : 'tea' }),
};

async function asker(who: Asker): Promise<string> {
  made += 1;
  const openid = `asker-${made}`;
  if (who === 'visitor') return openid;
  const [role, reach] = who.split(' ');
  const scoped = reach === undefined ? undefined : SCOPES[role as Role](reach === 'own');
  await addMembers(cloud, [
    memberOf(openid, {
      status: who === 'pending' ? 'pending' : 'active',
      grants: scoped ? [{ role: role as Role, scope: scoped }] : [],
    }),
  ]);
  return openid;
}

async function somebody(status: 'pending' | 'active'): Promise<string> {
  made += 1;
  const grants =
    status === 'active' ? [{ role: 'referee' as const, scope: { kind: 'activity' as const, id: 'music' } }] : [];
  const member = memberOf(`somebody-${made}`, { status, grants });
  await addMembers(cloud, [member]);
  return member._id;
}

const send = async (name: string, input: object, openid: string): Promise<LooseAnswer> => {
  const [fn = '', op = ''] = name.split('.');
  return (await cloud.call(fn, op, input, { openid, requestId: requestId() })).answer;
};

async function placeOf(openid: string): Promise<string> {
  const answer = await send('activity.signUp', { activityId: 'music', sessionId: 's1', answers: {} }, openid);
  return answer.ok ? (answer.value as { id: string }).id : 'none';
}

const s2 = { activityId: 'music', sessionId: 's2' };

/** Somebody's place in the session whose gates are open; the asker's own where they are named. */
async function gateOf(openid?: string): Promise<string> {
  const holder = openid ?? (await asker('member'));
  const answer = await send('activity.signUp', { ...s2, answers: {} }, holder);
  return answer.ok ? (answer.value as { id: string }).id : 'none';
}

/** What the phone of that ticket, or the venue's screen, shows now. */
async function shownNow(registrationId?: string): Promise<string> {
  const at = await clockOf(cloud);
  if (registrationId !== undefined) return codeOf(registrationId, at);
  return venueCode(venueKey(TICKET_KEY, 'music', 's2'), 'music', 's2', at);
}

/** Somebody who is in already. */
async function inside(): Promise<string> {
  const registrationId = await gateOf();
  await send('checkin.admit', { registrationId }, FIRST_ADMIN);
  return registrationId;
}

/** An input that everything but permission lets through. */
const INPUTS: Record<string, (openid: string) => Promise<object> | object> = {
  'activity.list': () => ({}),
  'activity.get': () => ({ activityId: 'music' }),
  'activity.signUp': () => ({ activityId: 'music', sessionId: 's1', answers: {} }),
  'activity.cancel': async (openid) => ({ registrationId: await placeOf(openid) }),
  'activity.acceptOffer': async (openid) => ({ registrationId: await placeOf(openid) }),
  'activity.declineOffer': async (openid) => ({ registrationId: await placeOf(openid) }),
  'activity.mine': () => ({ when: 'upcoming' }),
  'activity.registration': async (openid) => ({ registrationId: await placeOf(openid) }),
  'checkin.duties': () => ({}),
  'checkin.scan': async () => ({ ...s2, code: await shownNow(await gateOf()) }),
  'checkin.find': () => ({ ...s2, text: '职工' }),
  'checkin.admit': async () => ({ registrationId: await gateOf() }),
  'checkin.atVenue': async (openid) => {
    await gateOf(openid);
    return { code: await shownNow() };
  },
  'checkin.undo': async () => ({ registrationId: await inside(), reason: '扫错了人' }),
  'checkin.venueKey': () => s2,
  'checkin.arrivals': () => s2,
  'member.me': () => ({}),
  'member.enterprises': () => ({}),
  'member.join': () => ({
    name: '张三',
    phoneCode: `phone-135${String(made).padStart(8, '0')}`,
    enterpriseId: 'e1',
    employment: 'employee',
    consent: { notice: PRIVACY_NOTICE },
  }),
  'member.updateMe': () => ({ name: '李四' }),
  'member.leave': () => ({ confirm: true }),
  'message.list': () => ({}),
  'message.unread': () => ({}),
  'message.seen': () => ({ upTo: 1 }),
  'message.consent': () => ({ kinds: ['offered'] }),
  'organizer.pendingMembers': () => ({ enterpriseId: 'e1' }),
  'organizer.decideMember': async () => ({ memberId: await somebody('pending'), decision: 'approve' }),
  ...organizerInputs(
    () => cloud,
    () => asker('member'),
  ),
  ...benefitInputs(
    () => cloud,
    () => asker('member'),
  ),
  ...readerInputs(
    () => cloud,
    () => asker('member'),
  ),
  ...noteInputs(() => cloud),
  ...readingOrganizerInputs(() => cloud),
  ...leagueEnteringInputs(() => cloud),
  ...leaguePlayingInputs(() => cloud),
  ...exportInputs(() => cloud, send),
  ...importInputs(() => cloud),
  ...roleInputs(send, () => somebody('active')),
  ...afterwardsInputs(() => cloud),
  'report.year': () => ({ year: 2026, enterpriseId: 'e1' }),
  'report.myYear': () => ({ year: 2026 }),
  ...pointsInputs(
    (name, input) => send(name, input, FIRST_ADMIN),
    () => somebody('active'),
  ),
};

test('every operation that is served has its row, and every row its operation', () => {
  expect(Object.keys(TABLE).sort()).toEqual(served.map(({ name }) => name).sort());
});

/** Whoever is kept out changes nothing: one such asker and one input do for all cells that say so. */
const outsiders = new Map<Asker, Promise<string>>();
const inputs = new Map<string, Promise<object>>();

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

const inputOf = async (name: string, openid: string): Promise<object> => (await INPUTS[name]?.(openid)) ?? {};

test.each(triedCells())('$name asked by $who is $verdict', async ({ name, who, verdict }) => {
  const out = verdict === 'FORBIDDEN';
  const openid = await (out ? once(outsiders, who, () => asker(who)) : asker(who));
  const input = await (out ? once(inputs, name, () => inputOf(name, openid)) : inputOf(name, openid));
  const answer = await send(name, input, openid);
  expect(answer.ok ? 'allowed' : answer.refusal).toBe(verdict);
});

test.each(SOMEBODY_ELSES.flatMap((name) => ASKERS.map((who) => ({ name, who }))))(
  '$name of somebody else’s registration is not there for $who',
  async ({ name, who }) => {
    const registrationId = await placeOf(await asker('member'));
    expect(registrationId).not.toBe('none');
    expect(await send(name, { registrationId }, await asker(who))).toMatchObject({ refusal: 'NOT_FOUND' });
  },
);

test.each(SOMEBODY_ELSES_REDEMPTION.flatMap((name) => ASKERS.map((who) => ({ name, who }))))(
  '$name of somebody else’s redemption is not there for $who',
  async ({ name, who }) => {
    const input = (await INPUTS[name]?.(await asker('member'))) as { redemptionId: string };
    expect(input.redemptionId).not.toBe('none');
    expect(await send(name, input, await asker(who))).toMatchObject({ refusal: 'NOT_FOUND' });
  },
);

test.each(['decideMember', 'grant', 'revoke'])('somebody whose grant has run out may not %s', async (op) => {
  made += 1;
  const openid = `former-${made}`;
  await addMembers(cloud, [memberOf(openid, { grants: [{ role: 'admin', scope: { kind: 'all' }, until: 1 }] })]);
  const name = `organizer.${op}`;
  expect(await send(name, await inputOf(name, openid), openid)).toMatchObject({ refusal: 'FORBIDDEN' });
});

test.each(served.map(({ name }) => name))('%s without an identity is refused', async (name) => {
  const [fn = '', op = ''] = name.split('.');
  const { answer } = await cloud.call(fn, op, {}, { openid: null });
  expect(answer).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
});

const staffOnly = Object.entries(TABLE).filter(([, row]) => row.member === 'FORBIDDEN');

test('of every operation that is not for members it stands what staff see of others by it', () => {
  expect(Object.keys(SIGHTS).sort()).toEqual(staffOnly.map(([name]) => name).sort());
});

/** What leads to a person: a masked phone, or the name that the members of this town have. */
const PERSONAL = /1\d{2}\*{4}\d{4}|职工(asker|somebody)/;

/** What has to be there for somebody to be seen, and the input that shows them where it is another. */
const SEEN: Record<string, (openid: string) => Promise<object | undefined>> = {
  async 'organizer.pendingMembers'() {
    await somebody('pending');
    return undefined;
  },
  async 'organizer.log'(openid) {
    await send('checkin.undo', await inputOf('checkin.undo', openid), FIRST_ADMIN);
    return undefined;
  },
  async 'benefit.listed'(openid) {
    const listing = (await inputOf('benefit.setListed', openid)) as { benefitId: string };
    await send('benefit.setListed', listing, FIRST_ADMIN);
    return { benefitId: listing.benefitId };
  },
  'import.checkRoster': importSights(() => cloud).checkRoster,
  'import.checkAttendance': importSights(() => cloud).checkAttendance,
  'organizer.grantInvites': async () => acceptedAtShop(send, await asker('member')),
  async 'export.audits'(openid) {
    await send('points.account', await inputOf('points.account', openid), openid);
    return undefined;
  },
};

test.each(staffOnly.map(([name]) => name))(
  'what %s shows staff of other people is kept as it stands there',
  async (name) => {
    const openid = await asker('admin own');
    const by = memberOf(openid)._id;
    const seen = await SEEN[name]?.(openid);
    const answer = await send(name, seen ?? (await inputOf(name, openid)), openid);
    expect(answer.ok).toBe(true);
    const entries = (await documents<AuditEntryRecord>(cloud, 'auditEntries')).filter((entry) => entry.by === by);
    // That somebody gave a role is an entry too, and no look.
    const noted = entries.filter(({ what, kind }) => what === name && kind !== 'role');
    const sight = SIGHTS[name as keyof typeof SIGHTS];
    if (sight === 'look') expect(noted).toEqual([expect.objectContaining({ role: 'admin' })]);
    else if (name !== 'export.start') expect(noted).toEqual([]);
    if (sight === 'nobody') expect(JSON.stringify(answer)).not.toMatch(PERSONAL);
    expect(JSON.stringify(entries)).not.toMatch(/职工|(?<!\d)1\d{10}(?!\d)|\*{4}|asker/);
  },
);
