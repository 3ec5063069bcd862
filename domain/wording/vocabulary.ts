import type { Brand, Employment, Format, MemberStatus, RegistrationState } from '../../types/vocabulary';

/** The union's four brands. */
export const BRAND_WORDS: Record<Brand, { name: string; short: string; line: string }> = {
  warm: { name: '温暖药谷', short: '温暖', line: '有人记着你的冷暖' },
  craft: { name: '匠心药谷', short: '匠心', line: '手艺在比试里长进' },
  vital: { name: '活力药谷', short: '活力', line: '下班以后动一动' },
  books: { name: '书香药谷', short: '书香', line: '一起读几页书' },
};

export const FORMAT_WORDS: Record<Format, string> = {
  show: '演出',
  contest: '竞赛',
  league: '联赛',
  walk: '健步走',
  market: '市集',
  training: '培训',
  care: '关爱',
  reading: '阅读',
};

export const EMPLOYMENT_WORDS: Record<Employment, { name: string; note: string }> = {
  employee: { name: '单位职工', note: '和园区单位签了劳动合同' },
  'new-form': { name: '新就业形态', note: '骑手、司机、快递员等在园区工作的伙伴' },
};

export const STATUS_WORDS: Record<MemberStatus, string> = {
  visitor: '还没有加入工会',
  pending: '入会申请审核中',
  active: '工会会员',
  declined: '入会申请没有通过',
};

export const STATE_WORDS: Record<RegistrationState, string> = {
  applied: '等待结果',
  confirmed: '已报名',
  waitlisted: '候补中',
  offered: '有名额，等你确认',
  declined: '未通过',
  expired: '已过期',
  cancelled: '已取消',
  attended: '已参加',
  absent: '未到场',
};
