import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RunningCloud } from './cloud';
import { documents } from './town';

/** Written out again here: whom each audience means. */
const MEANT: Record<string, string[]> = {
  confirmed: ['confirmed', 'attended'],
  waitlisted: ['waitlisted', 'offered'],
  applied: ['applied'],
};

interface Announcement {
  _id: string;
  activityId: string;
  at: number;
  text: string;
  to: string[];
  sessionId?: string;
  written: number;
  doneAt?: number;
  dueAt?: number;
}

interface Told {
  _id: string;
  about?: string;
  memberId: string;
  registrationId: string;
  text?: string;
}

/** Nobody has it who came later or in another's name, and nobody twice. */
function strangers(one: Announcement, told: readonly Told[], own: Map<string, RegistrationRecord>): string[] {
  const twice = told.length - new Set(told.map(({ memberId }) => memberId)).size;
  const strange = told.filter(({ memberId, registrationId, text }) => {
    const of = own.get(registrationId);
    const fits = of && of.signedUpAt < one.at && !of.void && of.memberId === memberId;
    return !fits || (text !== undefined && text !== one.text);
  });
  return [
    ...(twice > 0 ? [`${one._id}: ${twice} have it twice`] : []),
    ...strange.map(({ _id }) => `${_id} is nobody’s to have`),
  ];
}

/** Of a registration that nothing has changed since it is known how it stood then. */
function forgotten(
  one: Announcement,
  told: readonly Told[],
  own: Map<string, RegistrationRecord>,
  members: ReadonlySet<string>,
): string[] {
  const has = new Set(told.map(({ memberId }) => memberId));
  return [...own.values()].flatMap(({ _id, rev, state, signedUpAt, sessionId, memberId }) => {
    const before = rev === 0 && signedUpAt < one.at && members.has(memberId);
    const meant = one.to.some((each) => MEANT[each]?.includes(state) === true);
    const there = one.sessionId === undefined || one.sessionId === sessionId;
    return before && meant && there && !has.has(memberId) ? [`${one._id}: ${_id} was not told`] : [];
  });
}

/**
 * Every announcement stands in the log, and went to those who were there before, once each; once it is done it says to
 * how many, and nobody was left out. `swept`: all are done.
 */
export async function announcementsAgree(cloud: RunningCloud, swept: boolean): Promise<string[]> {
  const announcements = await documents<Announcement>(cloud, 'announcements');
  if (announcements.length === 0) return [];
  const messages = (await documents<Told>(cloud, 'messages')).filter(({ about }) => about === 'announcement');
  const registrations = await documents<RegistrationRecord>(cloud, 'registrations');
  const members = new Set((await documents<{ _id: string }>(cloud, 'members')).map(({ _id }) => _id));
  const logs = new Map(
    (await documents<{ _id: string; what: string; count?: number }>(cloud, 'logs')).map((each) => [each._id, each]),
  );
  return announcements.flatMap((one) => {
    const told = messages.filter(({ _id }) => _id.startsWith(`${one._id}.`));
    const own = new Map(
      registrations.filter(({ activityId }) => activityId === one.activityId).map((each) => [each._id, each]),
    );
    const faults = strangers(one, told, own);
    const entry = logs.get(one._id);
    if (one.doneAt === undefined) return swept ? [...faults, `${one._id} is not done`] : faults;
    if (one.dueAt !== undefined) faults.push(`${one._id} is done and still due`);
    if (one.written !== told.length) faults.push(`${one._id} says ${one.written}, and ${told.length} have it`);
    if (entry?.what !== 'announced') faults.push(`${one._id} is not in the log`);
    else if ((entry.count ?? 0) !== told.length) faults.push(`${one._id}: the log says ${entry.count}`);
    return [...faults, ...forgotten(one, told, own, members)];
  });
}
