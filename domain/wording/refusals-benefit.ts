import { moment } from './dates';
import type { DetailOf, Words } from './refusal';

const NOT_FOR_YOU_WORDS: Record<DetailOf<'NOT_FOR_YOU'>['why'], string> = {
  enterprise: '这次只给列出的单位',
  employment: '这次不面向你的职工类别',
  list: '这次按名单发放，名单里没有你。觉得漏了就问问工会',
};

/** Where a redemption stands, in words. */
export const REDEMPTION_WORDS: Record<DetailOf<'NOT_VALID'>['state'], string> = {
  valid: '可使用',
  given: '已领取',
  verified: '已使用',
  cancelled: '已取消',
  expired: '已过期',
};

/** What the benefits' operations refuse, in words. */
export const BENEFIT_REFUSALS = {
  NOT_FOR_YOU: ({ why }) => ({
    title: '这项福利不在你的范围',
    text: NOT_FOR_YOU_WORDS[why],
    next: why === 'list' ? 'ask-for-help' : 'none',
  }),
  NOT_BEFORE: ({ opensAt }, now) => ({ title: '还没开始', text: `${moment(opensAt, now)} 开始兑换`, next: 'none' }),
  WINDOW_CLOSED: ({ closedAt }, now) => ({
    title: '兑换已结束',
    text: `${moment(closedAt, now)} 结束的，看看别的福利`,
    next: 'none',
  }),
  OUT_OF_STOCK: () => ({ title: '已经换完了', text: '积分没有动，有人退回会再放出来', next: 'reload' }),
  QUOTA_USED: ({ quota }) => ({
    title: '你们单位的份额用完了',
    text: `每个单位 ${quota} 份，积分没有动`,
    next: 'reload',
  }),
  LIMIT_REACHED: ({ limit }) => ({ title: '你已经换过了', text: `每人最多 ${limit} 份`, next: 'see-vouchers' }),
  POINTS_SHORT: ({ needs, has }) => ({
    title: '积分还差一点',
    text: `需要 ${needs} 分，现在有 ${has} 分，还差 ${needs - has} 分`,
    next: 'see-points',
  }),
  PAST_UNTIL: ({ until }, now) => ({
    title: '已经过了可以撤回的时间',
    text: `${moment(until, now)} 前可以`,
    next: 'ask-for-help',
  }),
  NOT_VALID: ({ state }) => ({
    title: '这张券现在不能用',
    text: `现在的状态是“${REDEMPTION_WORDS[state]}”`,
    next: 'reload',
  }),
  OTHER_SHOP: ({ title, shops }) => ({
    title: '不是这家店的券',
    text: `“${title}”可以在${shops.join('、')}使用`,
    next: 'none',
  }),
  ALREADY_VERIFIED: ({ at, here }, now) => ({
    title: '这张券已经用过了',
    text: `${moment(at, now)} 在${here ? '本店' : '别的店'}核销`,
    next: 'none',
  }),
  SHOP_CLOSED: () => ({ title: '这家店已停止核销', text: '有疑问请联系工会工作人员', next: 'ask-for-help' }),
  NOT_VERIFIED: ({ state }) => ({
    title: '没有可撤销的核销',
    text: `现在的状态是“${REDEMPTION_WORDS[state]}”`,
    next: 'reload',
  }),
  REDEEMED_ALREADY: ({ redeemed }) => ({
    title: '不能少于已经换走的',
    text: `已经换走 ${redeemed} 份`,
    next: 'none',
  }),
  NOT_CODES: () => ({ title: '这项福利不用券码', text: '只有券码类福利可以导入', next: 'none' }),
  NOT_LISTED: () => ({ title: '这项福利没有名单', text: '先在福利里打开“按名单发放”', next: 'none' }),
  UNKNOWN: ({ members }) => ({
    title: '有几位找不到',
    text: `${members.length} 位不是会员，其余没有改动`,
    next: 'reload',
  }),
} satisfies Partial<Words>;
