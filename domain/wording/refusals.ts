import type { Instant } from '../../types/vocabulary';
import { moment } from './dates';
import type { DetailOf, Refusal, RefusalCode, Words } from './refusal';
import type { AFTERWARDS_REFUSALS } from './refusals-afterwards';
import type { ANNOUNCE_REFUSALS } from './refusals-announce';
import { BENEFIT_REFUSALS } from './refusals-benefit';
import type { EXPORT_REFUSALS } from './refusals-export';
import type { IMPORT_REFUSALS } from './refusals-import';
import type { LEAGUE_REFUSALS } from './refusals-league';
import { POINTS_REFUSALS } from './refusals-points';
import { READING_MISSING, READING_REFUSALS } from './refusals-reading';
import type { ROLE_REFUSALS } from './refusals-role';
import { STATE_WORDS } from './vocabulary';

const FULL_WHAT: Record<DetailOf<'FULL'>['what'], string> = {
  session: '这个场次',
  zone: '这个分区',
  enterprise: '你们单位',
};

function fullWords({ what, capacity, left, elsewhere }: DetailOf<'FULL'>): Refusal {
  const after = elsewhere ? '，别的场次或分区还有' : '，有人取消会放出来';
  const whose = FULL_WHAT[what];
  return {
    title: left > 0 ? '剩下的不够了' : '刚刚满了',
    text: left > 0 ? `${whose}只剩 ${left} 个，比你要的少${after}` : `${whose}的 ${capacity} 个名额都有人了${after}`,
    next: elsewhere ? 'choose-other' : 'reload',
  };
}

const CODE_WORDS: Record<DetailOf<'CODE_REFUSED'>['why'], Refusal> = {
  old: { title: '码已经过期', text: '码每 15 秒换一次，请对方亮出现在的码再扫', next: 'again' },
  new: { title: '码还没生效', text: '对方手机的时间快了，联网打开一次票面再扫', next: 'again' },
  unknown: { title: '不认识这个码', text: '请扫药谷职工之家里的电子票或会场码', next: 'again' },
};

/** What an edit does to people who rely on it. */
export const TOUCH_WORDS: Record<DetailOf<'NEEDS_CONFIRMATION'>['touches'][number]['what'], string> = {
  moved: '换了时间',
  venue: '换了地点',
  'cancel-earlier': '取消期限提前',
  'session-gone': '场次没有了',
  'zone-gone': '分区没有了',
  'no-longer-eligible': '不再符合条件',
  'closes-earlier': '报名提前截止',
};

const UNCHANGEABLE_WORDS: Record<DetailOf<'NOT_CHANGEABLE'>['state'], string> = {
  draft: '活动还没有发布',
  published: '活动已经发布',
  cancelled: '活动已经取消',
  over: '活动已经结束',
};

const MISSING: Record<DetailOf<'NOT_FOUND'>['what'], Refusal> = {
  activity: { title: '这个活动找不到了', text: '可能已经下架，看看别的', next: 'browse' },
  session: { title: '这个场次找不到了', text: '安排有变动，重新选一下', next: 'reload' },
  zone: { title: '这个分区找不到了', text: '安排有变动，重新选一下', next: 'reload' },
  registration: { title: '这条报名找不到了', text: '看看我的报名里有没有', next: 'see-registrations' },
  enterprise: { title: '这个单位找不到了', text: '重新选一下单位', next: 'reload' },
  member: { title: '这位会员找不到了', text: '可能已经注销', next: 'reload' },
  grant: { title: '这项授权找不到了', text: '可能已经收回', next: 'reload' },
  invite: { title: '这份邀请找不到了', text: '链接可能不完整，请对方再发一次', next: 'none' },
  benefit: { title: '这项福利找不到了', text: '可能已经下架，看看别的', next: 'none' },
  redemption: { title: '这张券找不到了', text: '看看我的券里有没有', next: 'see-vouchers' },
  shop: { title: '这家店找不到了', text: '可能已经撤掉，重新选一下', next: 'reload' },
  entry: { title: '这笔积分找不到了', text: '刷新后再看看', next: 'reload' },
  ...READING_MISSING,
  league: { title: '这个联赛找不到了', text: '可能已经下架，看看别的', next: 'browse' },
  'league-entry': { title: '这个报名找不到了', text: '邀请可能失效了，或者已经取消', next: 'reload' },
  court: { title: '这个场地找不到了', text: '场地有变动，重新选一下', next: 'reload' },
  fixture: { title: '这场比赛找不到了', text: '对阵可能重新抽过，刷新后再看', next: 'reload' },
  group: { title: '这个小组找不到了', text: '对阵可能重新抽过，刷新后再看', next: 'reload' },
  export: { title: '这次导出找不到了', text: '看看列表里有没有', next: 'reload' },
  photo: { title: '这张照片不在了', text: '可能已经撤下', next: 'reload' },
  adjustment: { title: '这笔调整找不到了', text: '可能已经处理，刷新后再看', next: 'reload' },
};

/** Enough of an id to find it in the log, and short enough to be read out. */
const shortId = (id: string): string => id.slice(0, 8);

/** Codes of areas that stand behind the tabs; their pages bring the words along, as everybody loads what is here. */
type Brought = keyof (typeof LEAGUE_REFUSALS &
  typeof EXPORT_REFUSALS &
  typeof IMPORT_REFUSALS &
  typeof AFTERWARDS_REFUSALS &
  typeof ROLE_REFUSALS &
  typeof ANNOUNCE_REFUSALS);

/** One row a code: a code added to the contract does not compile until somebody has found the words. */
const WORDS: Omit<Words, Brought> = {
  ...POINTS_REFUSALS,
  ...BENEFIT_REFUSALS,
  ...READING_REFUSALS,
  OFFLINE: () => ({ title: '网络不太顺', text: '没有连上，联网后再试一次就好', next: 'again' }),
  TIMEOUT: () => ({ title: '等得有点久', text: '还没收到回音，再试一次不会重复提交', next: 'again' }),
  BAD_INPUT: ({ issues }) => ({
    title: '有一处没填对',
    text: issues.length > 0 ? `请检查：${issues.map(({ path }) => path).join('、')}` : '请检查后再试',
    next: 'reload',
  }),
  FORBIDDEN: () => ({ title: '没有权限', text: '这一步需要工会工作人员来做', next: 'ask-for-help' }),
  REQUEST_REUSED: () => ({ title: '请重新提交', text: '内容和上一次不同，重新打开这一页再提交', next: 'reload' }),
  BUSY: () => ({ title: '人有点多', text: '大家都在抢，稍等一下再试', next: 'again' }),
  INTERNAL: ({ id }) => ({
    title: '出了点问题',
    text: `不是你的操作有误。问题编号\u00a0${shortId(id)}，报给工作人员用`,
    next: 'again-or-ask',
  }),
  ALREADY: (detail) =>
    'registrationId' in detail
      ? { title: '你已经报过名了', text: '一人报一次，你的在这里', next: 'see-ticket' }
      : { title: '已经处理过了', text: '不用再提交一次', next: 'reload' },
  NOT_FOUND: ({ what }) => MISSING[what],
  PHONE_CODE_REFUSED: () => ({ title: '手机号没有取到', text: '授权过期了，再点一次获取手机号', next: 'again' }),
  PHONE_UNAVAILABLE: () => ({ title: '暂时取不到手机号', text: '微信那边没有回应，过一会儿再试', next: 'again' }),
  PHONE_TAKEN: () => ({
    title: '这个手机号已有会员在用',
    text: '如果是你换了微信号，联系工会工作人员来处理',
    next: 'ask-for-help',
  }),
  NOTICE_OUTDATED: () => ({ title: '隐私说明更新了', text: '请重新看一遍再同意', next: 'reread-notice' }),
  NOT_MEMBER: () => ({ title: '还不是会员', text: '加入工会后就可以了', next: 'join' }),
  NOT_OPEN_YET: ({ opensAt }, now) => ({
    title: '还没开放报名',
    text: `${moment(opensAt, now)} 开放，到时候再来`,
    next: 'none',
  }),
  CLOSED: ({ closedAt }, now) => ({ title: '报名已截止', text: `${moment(closedAt, now)} 截止的`, next: 'reload' }),
  NOT_ELIGIBLE: (detail) => {
    if (detail.why === 'enterprise') {
      return { title: '你的单位不在范围内', text: '这次活动只面向列出的单位', next: 'none' };
    }
    if (detail.why === 'employment') {
      return { title: '这次不面向你的职工类别', text: '看看别的活动', next: 'none' };
    }
    return detail.status === 'pending'
      ? { title: '入会申请还在审核', text: '通过后就能报名', next: 'none' }
      : { title: '先加入工会', text: '会员才能报名，加入只要一分钟', next: 'join' };
  },
  FULL: fullWords,
  TOO_MANY_COMPANIONS: ({ most }) => ({
    title: most === 0 ? '这次不能带同伴' : `最多带 ${most} 位同伴`,
    text: '人数已经帮你改好，看一眼再报',
    next: 'none',
  }),
  COOLING_DOWN: ({ absences, until }, now) => ({
    title: '暂时不能报名',
    text: `最近有 ${absences} 次报了名没到场，${moment(until, now)} 起可以再报。到了场没签上的，请工作人员补`,
    next: 'ask-for-help',
  }),
  NOT_OFFERED: ({ state }) => ({
    title: '没有等你确认的名额',
    text: `现在的状态是“${STATE_WORDS[state]}”`,
    next: 'reload',
  }),
  OFFER_EXPIRED: ({ offerUntil }, now) => ({
    title: '确认时间过了',
    text: `${moment(offerUntil, now)} 前要确认，名额已经给了下一位`,
    next: 'reload',
  }),
  BAD_ANSWERS: () => ({ title: '有一处没填对', text: '请检查红字的地方', next: 'none' }),
  TOO_LATE: ({ cancelUntil }, now) => ({
    title: '已过取消时间',
    text: `${moment(cancelUntil, now)} 前可以自己取消，现在请联系工会工作人员`,
    next: 'ask-for-help',
  }),
  NOT_HELD: ({ state }) => ({ title: '没有可取消的报名', text: `现在的状态是“${STATE_WORDS[state]}”`, next: 'reload' }),
  NOT_CHECK_IN_TIME: ({ opensAt, closesAt, now: at }, now) =>
    at < opensAt
      ? { title: '还没到签到时间', text: `${moment(opensAt, now)} 开始签到`, next: 'none' }
      : { title: '签到时间过了', text: `${moment(closesAt, now)} 已经结束，漏签的请找组织者补`, next: 'ask-for-help' },
  NOT_CONFIRMED: ({ state }) => ({
    title: '这张票不能入场',
    text: `现在的状态是“${STATE_WORDS[state]}”`,
    next: 'none',
  }),
  CODE_REFUSED: ({ why }) => CODE_WORDS[why],
  ELSEWHERE: ({ title, sessionName, startsAt }, now) => ({
    title: '不是这一场的票',
    text: `这张票是“${title}”${sessionName}，${moment(startsAt, now)}`,
    next: 'none',
  }),
  POSITION_NEEDED: () => ({
    title: '需要知道你在哪里',
    text: '允许获取位置后再扫一次，只用来核对是否在现场',
    next: 'again',
  }),
  TOO_FAR: ({ metres, within }) => ({
    title: '你还没到现场',
    text: `离会场约 ${metres} 米，${within} 米内可以签到`,
    next: 'again',
  }),
  NOT_ATTENDED: ({ state }) => ({
    title: '没有可撤销的签到',
    text: `现在的状态是“${STATE_WORDS[state]}”`,
    next: 'reload',
  }),
  NOT_WAITLISTED: ({ state }) => ({
    title: '不在候补里了',
    text: `现在的状态是“${STATE_WORDS[state]}”`,
    next: 'reload',
  }),
  NOT_ALL_FIT: ({ fit, of }) => ({
    title: '名额不够',
    text: `选了 ${of} 位，只够 ${fit} 位，谁都还没有通过。可以改成“能放几位放几位”`,
    next: 'none',
  }),
  OUTDATED: () => ({ title: '活动刚被改过', text: '看一眼新的内容，再改一次', next: 'reload' }),
  PLAN_UNFIT: ({ issues }) => ({
    title: '有几处填得不对',
    text: `请检查：${issues.map(({ path }) => path).join('、')}`,
    next: 'none',
  }),
  TOO_SMALL: ({ over }) => ({
    title: '名额不能少于已经给出的',
    text: over.map(({ id, wanted, used }) => `${id}：想改成 ${wanted}，已给出 ${used}`).join('；'),
    next: 'none',
  }),
  NEEDS_CONFIRMATION: ({ touches }) => ({
    title: '这一改会影响已经报名的人',
    text: touches.map(({ what, people }) => `${TOUCH_WORDS[what]} ${people} 人`).join('，'),
    next: 'none',
  }),
  NOT_CHANGEABLE: ({ state }) => ({ title: '现在改不了', text: UNCHANGEABLE_WORDS[state], next: 'none' }),
  REASON_NEEDED: () => ({ title: '请写明原因', text: '对方会看到这句话', next: 'none' }),
  SCOPE_UNFIT: () => ({ title: '范围不合适', text: '这个角色不能授予这个范围', next: 'none' }),
  UNTIL_PASSED: () => ({ title: '截止时间已过', text: '请选一个以后的时间', next: 'none' }),
};

/** What a page says that did not bring the words of its area. */
const unnamed = (): Refusal => ({ title: '没有办成', text: '刷新后再试一次', next: 'again-or-ask' });

/** A refusal in words: what happened, and what can be done next. `brought` are those of the area whose page it is. */
export function refusalWords<C extends RefusalCode>(
  code: C,
  detail: DetailOf<C>,
  now: Instant,
  brought: Partial<Words> = {},
): Refusal {
  const all: Partial<Words> = { ...brought, ...WORDS };
  const words: ((detail: DetailOf<C>, now: Instant) => Refusal) | undefined = all[code];
  return (words ?? unnamed)(detail, now);
}
