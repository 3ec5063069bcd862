import type {
  ActivityState,
  Applicant,
  Decided,
  Decision,
  LogEntry,
  ManagedCard,
  TooSmall,
  Touch,
} from '../../types/contract/organizer-activity';
import type { Plan } from '../../types/contract/plan';
import type { ActivityId, Allocation, Grant, Instant, RegistrationId, RegistrationState } from '../../types/vocabulary';
import { moment, opening } from './dates';
import { TOUCH_WORDS } from './refusals';

export const ACTIVITY_STATE_WORDS: Record<ActivityState, string> = {
  draft: '草稿',
  published: '已发布',
  cancelled: '已取消',
};

export const ALLOCATION_WORDS: Record<Allocation, { name: string; note: string }> = {
  'first-come': { name: '先到先得', note: '报上就有名额，满了为止' },
  approval: { name: '审核', note: '先申请，由组织者逐个决定' },
  draw: { name: '摇号', note: '截止后统一抽，机会均等' },
};

export const DECISION_WORDS: Record<Decision, { act: string; done: string }> = {
  approve: { act: '通过', done: '通过了' },
  decline: { act: '不通过', done: '没有通过' },
  waitlist: { act: '转候补', done: '转到候补' },
};

/** What organizers call the states: the list of a state is named by it. */
export const ROLL_WORDS: Record<RegistrationState, string> = {
  applied: '待审核',
  confirmed: '已报名',
  waitlisted: '候补',
  offered: '待确认',
  declined: '未通过',
  expired: '已过期',
  cancelled: '已取消',
  attended: '已参加',
  absent: '未到场',
};

/** In a few words how an activity stands for its organizers; `live` while people can sign up. */
export function managedTag(card: ManagedCard, now: Instant): { words: string; live: boolean } {
  if (card.state !== 'published') return { words: ACTIVITY_STATE_WORDS[card.state], live: false };
  if (now >= card.endsAt) return { words: '已结束', live: false };
  if (now >= card.closesAt) return { words: '报名已截止', live: false };
  if (now < card.opensAt) return { words: opening(card.opensAt, now), live: false };
  return { words: '正在报名', live: true };
}

/** `周六晚场`, or `周六晚场 · 草坪区`; what is no longer planned keeps its id, so that it can still be told. */
export function placeName(plan: Pick<Plan, 'sessions'>, sessionId: string, zoneId?: string): string {
  const session = plan.sessions.find(({ id }) => id === sessionId);
  const zone = session?.zones.find(({ id }) => id === zoneId);
  const name = session?.name ?? `场次 ${sessionId}`;
  return zoneId === undefined ? name : `${name} · ${zone?.name ?? `分区 ${zoneId}`}`;
}

/** A name whose dot begins no line. */
const nameWord = (name: string): string => name.replace(/·/g, '\u2060·\u2060');

/** What an edit changes for people, and who they are: `张三、李四等`. */
export function touchWords(touch: Touch, plan: Pick<Plan, 'sessions'>): { title: string; who: string } {
  const where = touch.sessionId === undefined ? '' : `${placeName(plan, touch.sessionId)}：`;
  const more = touch.people > touch.names.length ? '等' : '';
  return { title: `${where}${TOUCH_WORDS[touch.what]}`, who: `${touch.names.map(nameWord).join('、')}${more}` };
}

/** `张三、李四`, or `张三、李四等 12 人` where more are meant than are named. */
export function peopleWords(names: readonly string[], people: number): string {
  if (names.length === 0) return `${people} 人`;
  const named = names.map(nameWord).join('、');
  return people > names.length ? `${named}等 ${people} 人` : named;
}

/** `草坪区想改成 100，已给出 186，少了 86 个`. */
export function tooSmallWords({ what, id, wanted, used }: TooSmall, nameOf: (over: string) => string): string {
  const cap = what === 'enterprise' ? `${nameOf(id)}最多 ${wanted} 个` : `${nameOf(id)}想改成 ${wanted} 个`;
  return `${cap}，已给出 ${used} 个，差 ${used - wanted} 个`;
}

/** What became of those decided on, each kind a line; nothing is said of a kind that nobody is of. */
export function decidedLines(
  decision: Decision,
  decided: Decided,
  nameOf: (id: RegistrationId) => string,
): { title: string; full: string | undefined; gone: string | undefined } {
  const named = (ids: readonly RegistrationId[]): string => peopleWords(ids.slice(0, 20).map(nameOf), ids.length);
  const { done, full, gone } = decided;
  const title = done.length > 0 ? `${DECISION_WORDS[decision].done} ${done.length} 位` : '这次没有人变动';
  return {
    title,
    full: full.length > 0 ? `${full.length} 位想要的名额满了，还在待审核：${named(full)}` : undefined,
    gone: gone.length > 0 ? `${gone.length} 位已经取消或处理过了：${named(gone)}` : undefined,
  };
}

const LOG_WORDS: Record<LogEntry['what'], string> = {
  created: '新建了活动',
  edited: '修改了活动',
  published: '发布了活动',
  closed: '提前截止了报名',
  extended: '延长了报名',
  cancelled: '取消了活动',
  moved: '改了时间',
  capacity: '改了名额',
  decided: '处理了报名',
  jumped: '调到候补最前',
  undone: '撤销了签到',
  imported: '用名单补录了到场',
  announced: '给大家发了消息',
};

/** `处理了报名：张三`, `处理了报名：12 位`. */
export function logTitle({ what, whom, count }: LogEntry): string {
  const about = whom ?? (count === undefined ? undefined : `${count} 位`);
  return about === undefined ? LOG_WORDS[what] : `${LOG_WORDS[what]}：${about}`;
}

/** `王敏 · 今天 10:20`; the first admin, and who has left the union, has no name here. */
export function logNote({ by, at }: LogEntry, now: Instant): string {
  return `${by === '' ? '组织者' : by} · ${moment(at, now)}`;
}

/** `138****1001 · 禾芩生物制药`; who has left the union has no phone any more. */
export function applicantNote({ phone, enterpriseName }: Pick<Applicant, 'phone' | 'enterpriseName'>): string {
  return [phone, enterpriseName].filter((part) => part !== '').join(' · ');
}

/** Seats of somebody with companions: each takes one. */
export const seatsOf = ({ companions }: Pick<Applicant, 'companions'>): number => 1 + companions;

/** Whoever waits for something or has it: whom a cancelled activity lets down. */
export const TOLD: readonly RegistrationState[] = ['confirmed', 'offered', 'waitlisted', 'applied'];

/** How many are told when it is cancelled, and who they are: `已报名 417 位、候补 23 位`. */
export function toldWords(counts: Partial<Record<RegistrationState, number>>): { people: number; words: string } {
  const told = TOLD.map((state) => ({ state, count: counts[state] ?? 0 })).filter(({ count }) => count > 0);
  return {
    people: told.reduce((sum, { count }) => sum + count, 0),
    words: told.map(({ state, count }) => `${ROLL_WORDS[state]} ${count} 位`).join('、'),
  };
}

/** What of a member's grants is for this activity. */
export function grantsHere(grants: readonly Grant[], activityId: ActivityId): Grant[] {
  return grants.filter(({ scope }) => scope.kind === 'activity' && scope.id === activityId);
}
