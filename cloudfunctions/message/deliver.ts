import type { MemberRecord } from '../../domain/member/member';
import { cardOf, pageOf, type Template } from '../../domain/message/card';
import { againAt, type Outcome, outcomeOf, type Posted, unsendable } from '../../domain/message/delivery';
import { type ReminderRecord, type SendableRecord, type StoredMessage, upgraded } from '../../domain/message/message';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _, openapi } from '../kit/cloud';
import { byManyIds, changeAll, changeIf, find } from '../kit/documents';
import { log } from '../kit/log';
import { type Swept, underLease } from '../kit/sweep';
import { templatesSet } from './templates';

/** Messages a run looks at, and sends at the same time. */
const MOST = 100;
const AT_ONCE = 10;
/** After so long a run begins nothing more: what the platform ends half-way costs somebody their message. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;

type Addressee = Pick<MemberRecord, '_id' | 'openid' | 'consents'>;

/** A message that may go out, to whom, and in which form. */
interface Letter {
  message: SendableRecord;
  to: Addressee;
  template: Template;
}

/** The platform's word that the person wants no such message: they never agreed, took it back, or it was used up. */
const REFUSED = 43101;

/** Sends it; the number of a failure is kept for the log, and nothing else of it, since its text may name the account. */
async function post({ message, to, template }: Letter): Promise<{ posted: Posted; errCode: number }> {
  try {
    await openapi.subscribeMessage.send({
      touser: to.openid,
      templateId: template.id,
      page: pageOf(message),
      data: cardOf(message, template),
    });
    return { posted: 'sent', errCode: 0 };
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    return { posted: errCode === REFUSED ? 'refused' : 'failed', errCode: typeof errCode === 'number' ? errCode : -1 };
  }
}

/** It has come to an end: nothing looks for it any more. */
function end(ids: readonly string[], outcome: Outcome): Promise<number> {
  if (ids.length === 0) return Promise.resolve(0);
  return changeAll('messages', { _id: _.in(ids) }, { outcome, sendAt: _.remove() });
}

/**
 * One message: taken, its consent used up, sent, and how that went noted. Each step is one conditional update, so that
 * a run that dies leaves a message that comes up again later, and at worst a consent that was used for nothing.
 * Gives the number of a failure.
 */
async function deliverOne(letter: Letter, now: Instant): Promise<number | undefined> {
  const { message, to } = letter;
  const { _id, sendAt, tries, kind } = message;
  const taken = await changeIf('messages', _id, { sendAt, tries }, { sendAt: againAt(tries, now), tries: _.inc(1) });
  if (!taken) return undefined;
  const consents = `consents.${kind}`;
  if (!(await changeIf('members', to._id, { [consents]: _.gte(1) }, { [consents]: _.inc(-1) }))) {
    await end([_id], 'no-consent');
    return undefined;
  }
  const { posted, errCode } = await post(letter);
  // Nothing went out, so it is still owed.
  if (posted === 'failed') await changeIf('members', to._id, {}, { [consents]: _.inc(1) });
  const outcome = outcomeOf(posted, tries + 1);
  if (outcome) await end([_id], outcome);
  return posted === 'failed' ? errCode : undefined;
}

/** Those that go out, and of the others what becomes of them. */
async function sorted(due: readonly SendableRecord[], now: Instant) {
  const templates = templatesSet();
  const ids = due.map(({ memberId }) => memberId);
  const members = await byManyIds<Addressee>('members', ids, { openid: true, consents: true });
  const letters: Letter[] = [];
  const ended: Record<Outcome, string[]> = { sent: [], 'no-consent': [], 'given-up': [] };
  for (const message of due) {
    const to = members.get(message.memberId);
    const template = templates[message.kind];
    const consented = template !== undefined && (to?.consents?.[message.kind] ?? 0) > 0;
    const why = unsendable(message, consented, now);
    if (why) ended[why].push(message._id);
    else if (to && template) letters.push({ message, to, template });
  }
  return { letters, ended };
}

/** How often the platform failed with which number: a wrong template shows here. */
function logFailures(failures: readonly number[]): void {
  for (const errCode of new Set(failures)) {
    const times = failures.filter((each) => each === errCode).length;
    log({ id: '', op: 'message.deliver', ms: 0, outcome: 'NOT_SENT', errCode, times });
  }
}

/** Messages go out through the platform where their person agreed to one; whatever goes wrong, they stand in the app. */
export const deliver = underLease('message.deliver', async (now): Promise<Swept> => {
  const begun = Date.now();
  const found = await find<StoredMessage | ReminderRecord>(
    'messages',
    { sendAt: _.lte(now) },
    { orderBy: ['sendAt', 'asc'], limit: MOST },
  );
  const due = found.map((each) => upgraded(each));
  if (due.length === 0) return { found: 0, done: 0 };
  const { letters, ended } = await sorted(due, now);
  await end(ended['no-consent'], 'no-consent');
  await end(ended['given-up'], 'given-up');
  const failures: number[] = [];
  let done = due.length - letters.length;
  for (let from = 0; from < letters.length && Date.now() - begun < ENOUGH_MS; from += AT_ONCE) {
    const some = letters.slice(from, from + AT_ONCE);
    const failed = await Promise.all(some.map((letter) => deliverOne(letter, now)));
    failures.push(...failed.flatMap((errCode) => errCode ?? []));
    done += some.length;
  }
  logFailures(failures);
  return { found: due.length, done };
});
