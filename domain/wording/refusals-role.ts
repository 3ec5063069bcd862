import type { Words } from './refusal';
import { ROLE_WORDS, SHUT_WORDS } from './role';

/** What invites to roles refuse, in words. */
export const ROLE_REFUSALS = {
  NOT_BY_LINK: ({ role }) => ({
    title: '不能用链接邀请',
    text: `${ROLE_WORDS[role]}只能按姓名找到本人再授权`,
    next: 'none',
  }),
  TOO_MANY_USES: ({ most }) => ({ title: '一次邀请不了这么多', text: `最多 ${most} 人，不够再发一份`, next: 'none' }),
  NOTHING_TO_DO: () => ({ title: '活动已经结束了', text: '结束或取消的活动不用再邀请人', next: 'none' }),
  INVITE_SHUT: ({ why }) => ({ ...SHUT_WORDS[why], next: 'reload' }),
  OTHER_ENTERPRISE: ({ enterpriseName }) => ({
    title: '你不在这个单位',
    text: `这份邀请只给${enterpriseName === '' ? '那个单位' : enterpriseName}的会员`,
    next: 'ask-for-help',
  }),
} satisfies Partial<Words>;
