import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { announceableUntil, unannounceable, WORDS_MOST } from '../../domain/message/announceable';
import {
  ANNOUNCED_MOST,
  type AnnouncementRecord,
  announcedLog,
  announcementId,
  dayKey,
  newAnnouncement,
  usedUp,
} from '../../domain/message/announcement';
import { type Answer, AUDIENCES, type OrganizerContract } from '../../types/contract';
import type { InputOf } from '../../types/contract/op';
import { askContent, logSilence } from '../kit/ask-content';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, countOf, insertOnce } from '../kit/documents';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { staff } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { answered } from './log-book';
import { HOLD_MS, tellSome } from './tell-all';

type Announce = OrganizerContract['announce'];
type AnnounceAnswer = Answer<Announce>;

/** Times it is written anew because another took its place in the day. */
const TRIES = ANNOUNCED_MOST + 1;

/**
 * Why the words may not go out. What content security doubts stands, as with other words of staff: they sign it with
 * their name in the log. Without any answer nothing goes out to thousands.
 */
async function refusedWords(words: string, { caller }: WriteCall): Promise<AnnounceAnswer | undefined> {
  const asked = await askContent({ content: words, scene: 1 }, caller);
  logSilence([asked], 'organizer.announce');
  switch (asked.kind) {
    case 'pass':
    case 'review':
      return undefined;
    case 'risky':
      return { ok: false, refusal: 'TEXT_REFUSED', detail: {} };
    case 'away':
    case 'silent':
      return { ok: false, refusal: 'NOT_CHECKED', detail: {} };
    default:
      return asked satisfies never;
  }
}

/** Begun before, by this very command: the entry of the log may be missing. */
async function resumed(before: AnnouncementRecord, { request }: WriteCall): Promise<AnnounceAnswer> {
  if (before.request.digest !== request.digest) return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  await insertOnce('logs', announcedLog(before));
  return { ok: true, value: { announcementId: before._id } };
}

/** Written down as the next of its day, and as much of it sent as one part is. */
async function begin(
  { text: words, to, sessionId }: InputOf<Announce>,
  activity: ActivityRecord,
  sent: number,
  call: WriteCall,
): Promise<AnnounceAnswer | undefined> {
  const { caller, now, request } = call;
  const asked = { by: doerOf(caller), text: words, to, request, ...(sessionId !== undefined && { sessionId }) };
  const record = newAnnouncement(activity, asked, { sent, now, heldUntil: now + HOLD_MS });
  if (!(await insertOnce('announcements', record))) {
    const before = await byId<AnnouncementRecord>('announcements', record._id);
    return before && resumed(before, call);
  }
  await insertOnce('logs', announcedLog(record));
  await tellSome(record, now, 1);
  return { ok: true, value: { announcementId: record._id } };
}

async function announceTo(
  activity: ActivityRecord,
  input: InputOf<Announce>,
  call: WriteCall,
): Promise<AnnounceAnswer> {
  const { activityId, sessionId } = input;
  const { now } = call;
  const no = unannounceable({ state: activity.state, until: announceableUntil(activity) }, now);
  if (no) return { ok: false, refusal: 'NOT_ANNOUNCEABLE', detail: no };
  if (sessionId !== undefined && !activity.sessions.some((session) => session.id === sessionId))
    return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'session' } };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const sent = await countOf('announcements', { activityId, key: _.gte(dayKey(now)) });
    const enough = usedUp(sent, now);
    if (enough) return { ok: false, refusal: 'ENOUGH_TODAY', detail: enough };
    const refused = attempt === 0 ? await refusedWords(input.text, call) : undefined;
    if (refused) return refused;
    const begun = await begin(input, activity, sent, call);
    if (begun) return begun;
  }
  throw new Busy('others kept writing');
}

/** Words to all who signed up: one document and its entry in the log, and then, part by part, a message to each. */
export const announce = write<'organizer.announce'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    activityId: id,
    text: text(1, WORDS_MOST),
    to: v.pipe(
      v.array(v.picklist(AUDIENCES)),
      v.minLength(1),
      v.check((to) => new Set(to).size === to.length, 'names one twice'),
    ),
    sessionId: v.exactOptional(id),
  }),
  async run(input, call) {
    const { activityId } = input;
    const { request } = call;
    const known = await answered<'organizer.announce'>(activityId, request);
    if (known) return known;
    const [activity, before] = await Promise.all([
      byId<ActivityRecord>('activities', activityId),
      byId<AnnouncementRecord>('announcements', announcementId(activityId, request)),
    ]);
    if (before) return resumed(before, call);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    return announceTo(activity, input, call);
  },
});
