import type { InviteShut, NamedScope } from '../../types/contract';
import type { Instant, Role, Scope } from '../../types/vocabulary';
import { DAY_MS } from '../time/shanghai';
import { moment } from './dates';

export const ROLE_WORDS: Record<Role, string> = {
  admin: '管理员',
  organizer: '组织者',
  'unit-officer': '单位干事',
  volunteer: '志愿者',
  referee: '裁判',
  merchant: '商户',
};

/** What a role lets somebody do: they read it before they accept. */
export const ROLE_MAY: Record<Role, readonly string[]> = {
  admin: ['管理所有授权和规则'],
  organizer: ['办活动、联赛、福利和读书'],
  'unit-officer': ['审核本单位的入会申请', '导入本单位的名册，看本单位的报告'],
  volunteer: ['在入口扫票、签到', '按姓名找到这个活动的人'],
  referee: ['记联赛的比分、确认结果'],
  merchant: ['在这一家核销券'],
};

/** Where it ends. */
export const ROLE_LIMIT: Record<Role, string> = {
  admin: '所做的都有记录。',
  organizer: '看别人的信息会留下记录。',
  'unit-officer': '看不到别的单位的人。',
  volunteer: '看不到别的活动的人。',
  referee: '只在这一个活动或联赛里。',
  merchant: '看不到会员的手机号。',
};

/** Where the role works, once somebody has it. */
export const ROLE_PLACE: Record<Role, string> = {
  admin: '去我的',
  organizer: '去活动管理',
  'unit-officer': '去年度报告',
  volunteer: '去值守',
  referee: '去联赛看看',
  merchant: '去核销',
};

const SCOPE_WORDS: Record<Scope['kind'], string> = {
  all: '整个工会',
  activity: '活动',
  enterprise: '单位',
  shop: '商户',
};

/** The name of what a role is for; what is gone is told by its kind. */
export function scopeWords({ kind, name }: Pick<NamedScope, 'kind' | 'name'>): string {
  if (kind === 'all') return SCOPE_WORDS.all;
  return name === '' ? `${SCOPE_WORDS[kind]}已不在` : name;
}

/** `到 明天 19:00`, `长期`. */
export function untilWords(until: Instant | undefined, now: Instant): string {
  return until === undefined ? '长期' : `到 ${moment(until, now)}`;
}

/** A role that ends so soon is marked, milliseconds. */
const SOON_MS = 14 * DAY_MS;

export function endsSoon(until: Instant | undefined, now: Instant): boolean {
  return until !== undefined && until - now <= SOON_MS;
}

/** Why an invite does not work: its title, and what can be done. */
export const SHUT_WORDS: Record<InviteShut, { title: string; text: string }> = {
  'used-up': { title: '名额用完了', text: '来晚了一步，请邀请你的人再发一份' },
  withdrawn: { title: '邀请撤回了', text: '还需要的话，请邀请你的人再发一份' },
  expired: { title: '邀请过期了', text: '邀请最多七天有效，请邀请你的人再发一份' },
  over: { title: '这里已经结束了', text: '活动结束或取消了，谢谢你愿意来' },
  'maker-gone': { title: '邀请失效了', text: '发邀请的人不再负责这件事，请联系工会' },
  'yours-ended': { title: '授权已经收回', text: '你接受过这份邀请，后来收回了，请联系组织者' },
};

/** `已接受 3/30`. */
export function usedWords(accepted: number, uses: number): string {
  return `已接受 ${accepted}/${uses}`;
}
