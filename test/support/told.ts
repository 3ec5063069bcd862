import { MESSAGE_V, messageId, type RegistrationMessageRecord } from '../../domain/message/message';
import type { News } from '../../domain/signup/registration';
import { timeKey } from '../../domain/time/shanghai';
import { LEAGUE_NEWS, REDEMPTION_NEWS, type RegistrationNewsKind } from '../../types/contract';
import { MESSAGE_KINDS, type MemberId } from '../../types/vocabulary';
import type { RunningCloud } from './cloud';
import { DAY, NOON } from './plans';

/** What a registration can have to tell. */
export const REGISTRATION_NEWS: readonly RegistrationNewsKind[] = MESSAGE_KINDS.filter(
  (kind): kind is RegistrationNewsKind =>
    kind !== 'reading' && kind !== 'announced' && ![...REDEMPTION_NEWS, ...LEAGUE_NEWS].some((each) => each === kind),
);

/** The template of a kind, as these tests set it. */
export const templateOf = (kind: string): string => `T-${kind}`;

/** What the functions' environment says of the templates that were set. */
export function templatesFor(...kinds: string[]): { MESSAGE_TEMPLATES: string } {
  const templates = Object.fromEntries(kinds.map((kind) => [kind, { id: templateOf(kind) }]));
  return { MESSAGE_TEMPLATES: JSON.stringify(templates) };
}

/** A message as `settle` would have written it at `NOON`; the test says what it is about. */
export function messageOf(
  memberId: MemberId,
  registrationId: string,
  changes: Partial<News> = {},
): RegistrationMessageRecord {
  const news: News = {
    kind: 'offered',
    at: NOON,
    title: '职工音乐节',
    sessionName: '晚场',
    startsAt: NOON + 10 * DAY,
    ...changes,
  };
  const _id = messageId(registrationId, news.kind, news.at);
  const key = timeKey(news.at, _id);
  const ids = { _id, v: MESSAGE_V, about: 'registration', memberId, activityId: 'music', registrationId, key } as const;
  return { ...ids, ...news, sendAt: news.at, tries: 0 };
}

/** What the platform was asked to send, as it was asked and answered; the latest first. */
export interface Sent {
  input: { touser: string; template_id: string; page: string; data: Record<string, { value: string }> };
  outcome: { errcode: number };
}

export async function sentBy(cloud: RunningCloud): Promise<Sent[]> {
  const records = (await cloud.api('GET', 'openapi')) as (Sent & { api: string })[];
  return records.filter(({ api }) => api === 'subscribeMessage.send');
}

/** A run of the sweep that sends messages, with what it cost and what came of it. */
export async function deliver(cloud: RunningCloud): Promise<{
  failed?: string;
  result?: { ok: boolean; value: { found: number; done: number; skipped?: true } };
  meter: { dbCalls: number; wireCalls: number; unindexed: number };
}> {
  return (await cloud.api('POST', 'timers/run', { function: 'message', name: 'deliver' })) as Awaited<
    ReturnType<typeof deliver>
  >;
}
