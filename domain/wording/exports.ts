import type { AuditEntryView, AuditedOp, AuditSubject, ExportOf, ExportView, PhonesShown } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { dayOf } from '../time/shanghai';
import { moment } from './dates';
import { grouped } from './report';
import { ROLE_WORDS } from './role';

const KIND_WORDS: Record<ExportOf['kind'], string> = {
  registrations: '报名名单',
  attendance: '签到记录',
  participation: '参与记录',
  points: '积分明细',
  year: '年度报告',
};

export const PHONES_WORDS: Record<PhonesShown, string> = {
  masked: '手机号打码',
  full: '手机号完整',
  none: '没有手机号',
};

/** Why an export did not come about, with what can be done. */
export const WHY_WORDS: Record<NonNullable<ExportView['why']>, string> = {
  'too-many': '行数太多，按月分开导出',
  gone: '要导出的内容已经不在了',
  broken: '试了几次都没成，过一会儿再导出一次',
};

const KIND_NOTES: Record<ExportOf['kind'], string> = {
  registrations: '还在名单上的人，连同回答和签到时间',
  attendance: '到场的人，什么时候、从哪儿进来',
  participation: '谁参加了什么，一次一行',
  points: '每一笔积分怎么来的',
  year: '场次、人次、人数，每张表一页',
};

export const exportKindWords = (kind: ExportOf['kind']): string => KIND_WORDS[kind];
export const exportKindNote = (kind: ExportOf['kind']): string => KIND_NOTES[kind];

function periodWords(of: ExportOf): string {
  switch (of.kind) {
    case 'registrations':
    case 'attendance':
      return '';
    case 'participation':
    case 'points':
      return of.month === undefined ? `${of.year} 年` : `${of.year} 年 ${of.month} 月`;
    case 'year':
      return `${of.year} 年`;
    default:
      return of satisfies never;
  }
}

/** `音乐节 报名名单`, `2026 年 11 月 参与记录`. */
export function exportTitle({ of, title }: Pick<ExportView, 'of' | 'title'>): string {
  return [title, periodWords(of), KIND_WORDS[of.kind]].filter((part) => part !== '').join(' ');
}

/** A file's name as every system takes it, with the day on which it was asked for. */
export function exportFileName(view: Pick<ExportView, 'of' | 'title' | 'askedAt'>): string {
  const plain = exportTitle(view)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${[...plain].slice(0, 60).join('')} ${dayOf(view.askedAt)}.xlsx`;
}

/** `已写 12,000 行，约 30,000 行`. */
export function progressWords({ state, rows, about }: Pick<ExportView, 'state' | 'rows' | 'about'>): string {
  if (state === 'queued') return about > 0 ? `约 ${grouped(about)} 行，马上开始` : '马上开始';
  if (rows === 0) return about > 0 ? `约 ${grouped(about)} 行` : '正在整理';
  return rows >= about ? `${grouped(rows)} 行，正在整理成文件` : `已写 ${grouped(rows)} 行，约 ${grouped(about)} 行`;
}

/** From 0 to 1; putting the file together is the last tenth. */
export function progressShare({ state, rows, about }: Pick<ExportView, 'state' | 'rows' | 'about'>): number {
  if (state === 'ready') return 1;
  return about === 0 ? 0 : Math.min(0.9, (0.9 * rows) / about);
}

/** `320 KB`, `7.2 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const TOUCHED = '看改动影响到谁';

/** What staff did when they saw other people's data, and what became of somebody's role. */
const LOOK_WORDS: Record<AuditedOp, string> = {
  'organizer.registrations': '看报名名单',
  'organizer.findMembers': '查找会员',
  'organizer.pendingMembers': '看入会申请',
  'organizer.log': '看操作记录',
  'organizer.grantInvites': '看邀请接受了谁',
  'organizer.roleHolders': '看谁有授权',
  'organizer.grant': '授权',
  'organizer.revoke': '收回授权',
  'organizer.inviteGrant': '发出邀请',
  'organizer.withdrawInvite': '撤回邀请',
  'member.acceptGrant': '接受邀请',
  'organizer.editActivity': TOUCHED,
  'organizer.publishActivity': TOUCHED,
  'organizer.closeSignUp': TOUCHED,
  'organizer.extendSignUp': TOUCHED,
  'organizer.cancelActivity': TOUCHED,
  'organizer.setCapacity': TOUCHED,
  'organizer.moveSession': '看改期影响到谁',
  'import.checkRoster': '看名册会移出谁',
  'import.checkAttendance': '看签到表对上谁',
  'checkin.find': '在名单里找人',
  'benefit.listed': '看福利名单',
  'benefit.redemptions': '看兑换记录',
  'points.account': '看积分账户',
  'points.adjustments': '看积分调整',
  'export.start': '申请导出',
  'export.link': '取走导出文件',
  'export.audits': '看查看记录',
};

/** `看报名名单`, `发出邀请：志愿者`. */
export function lookWords({ what, given }: Pick<AuditEntryView, 'what' | 'given'>): string {
  return given === undefined ? LOOK_WORDS[what] : `${LOOK_WORDS[what]}：${ROLE_WORDS[given]}`;
}

const SUBJECT_WORDS: Record<AuditSubject['kind'], string> = {
  activity: '活动',
  enterprise: '单位',
  member: '会员',
  benefit: '福利',
  shop: '商户',
  year: '年份',
  export: '导出',
};

/** `活动 音乐节`, `2026 年`; what is gone has no name any more. */
export function subjectWords({ kind, name }: { kind: AuditSubject['kind']; name: string }): string {
  if (kind === 'year' && name !== '') return `${name} 年`;
  return name === '' ? SUBJECT_WORDS[kind] : `${SUBJECT_WORDS[kind]} ${name}`;
}

/** `20 人 · 手机号打码`; who gave a role saw nothing by it. */
export function seenWords({ kind, persons, phones }: Pick<AuditEntryView, 'kind' | 'persons' | 'phones'>): string {
  if (kind === 'role') return '';
  const many = persons === undefined ? [] : [`${grouped(persons)} ${kind === 'export' ? '行' : '人'}`];
  return [...many, PHONES_WORDS[phones]].join(' · ');
}

/** `1,200 行 · 320 KB · 明天 19:00 前可以打开`; a report has no rows to count. */
export function keptWords(rows: number, size: string, expiresAt: Instant, now: Instant): string {
  const counted = rows > 0 ? [`${grouped(rows)} 行`] : [];
  return [...counted, size, `${moment(expiresAt, now)} 前可以打开`].join(' · ');
}
