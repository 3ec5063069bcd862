import type { Attendee, Duty } from '../../types/contract/checkin';
import type { CheckInWay } from '../../types/contract/registration';
import type { Instant, RegistrationState } from '../../types/vocabulary';
import { clock, moment, span } from './dates';
import type { AnyRefused } from './refusal';
import { refusalWords } from './refusals';
import { STATE_WORDS } from './vocabulary';

/** How presence was proved, in the two signs that fit behind a time. */
export const WAY_WORDS: Record<CheckInWay, string> = { ticket: '扫票', venue: '扫会场码', list: '名单' };

/** Why a check-in is undone most often; whoever undoes one may write another. */
export const UNDO_REASONS = ['扫错了人', '人没有进场', '选错了场次'] as const;

/** What most gates are called. */
export const GATE_NAMES = ['东门', '西门', '南门', '北门', '主入口'] as const;

/** Where people go from after a refusal at the gate: the camera, the same once more, the list, the duties, nowhere. */
export type GateStep = 'scan' | 'again' | 'list' | 'duties' | 'none';

export interface GateRefusal {
  title: string;
  text: string;
  next: GateStep;
}

type Refused<C extends AnyRefused['refusal']> = Extract<AnyRefused, { refusal: C }>;

/** `2 人同行`: all who enter on one ticket, its owner too; nothing where one comes alone. */
export function partyWords(companions: number): string | undefined {
  return companions > 0 ? `${companions + 1} 人同行` : undefined;
}

/** Somebody who has left the union has a place and no name. */
export function nameOf({ name }: Pick<Attendee, 'name'>): string {
  return name === '' ? '已注销的会员' : name;
}

/** `草坪区 · 2 人同行`, as far as there is something to say. */
export function placeWords({ zone, companions }: Pick<Attendee, 'zone' | 'companions'>): string {
  return [zone?.name, partyWords(companions)].filter((part) => part !== undefined).join(' · ');
}

/** `19:02 扫票入场`; the day too where it is another one. */
export function attendanceWords({ at, way }: { at: Instant; way: CheckInWay }, now: Instant): string {
  return `${moment(at, now).replace(/^今天 /, '')} ${WAY_WORDS[way]}入场`;
}

/** What stands at the right of somebody in the list. */
export function presenceWords({ state, attendance }: Pick<Attendee, 'state' | 'attendance'>): string {
  if (state === 'attended') return attendance ? `${clock(attendance.at)} 已入场` : '已入场';
  return state === 'confirmed' ? '还没到' : STATE_WORDS[state];
}

/** Where a session stands for its gate. */
export type GatePhase = 'early' | 'open' | 'late';

export function gatePhase({ opensAt, closesAt }: Duty['checkIn'], now: Instant): GatePhase {
  if (now < opensAt) return 'early';
  return now <= closesAt ? 'open' : 'late';
}

/** `今天 17:00 开始签到`, `签到中`, `已结束`. */
export function phaseWords(checkIn: Duty['checkIn'], now: Instant): string {
  const phase = gatePhase(checkIn, now);
  switch (phase) {
    case 'early':
      return `${moment(checkIn.opensAt, now)} 开始签到`;
    case 'open':
      return '签到中';
    case 'late':
      return '签到已结束';
    default:
      return phase satisfies never;
  }
}

/** `周六晚场 · 今天 19:00–21:30`; a session called like its activity is not named twice. */
export function sessionWords(session: Duty['session'], title: string, now: Instant): string {
  const time = span(session.startsAt, session.endsAt, now);
  return session.name === title ? time : `${session.name} · ${time}`;
}

/** Why somebody does not come in by that registration, and what helps; said to whoever stands at the gate. */
const NO_ENTRY: Record<RegistrationState, { title: string; text: string }> = {
  applied: { title: '还没有名额', text: '申请在等审核，结果出来前不能入场' },
  waitlisted: { title: '还在候补', text: '没有排到名额，有疑问请找组织者' },
  offered: { title: '名额还没确认', text: '请对方在“我的报名”里确认名额，再扫一次' },
  declined: { title: '申请没有通过', text: '这条报名没有名额，有疑问请找组织者' },
  expired: { title: '名额已过期', text: '没有按时确认，名额给了下一位' },
  cancelled: { title: '报名已取消', text: '这张票不再有效，有疑问请找组织者' },
  absent: { title: '已记为未到场', text: '确实来了的，请组织者在名单里补签' },
  // Both let people in; refused only where it changed at that very moment.
  confirmed: { title: '刚刚有变动', text: '请再扫一次' },
  attended: { title: '刚刚有变动', text: '请再扫一次' },
};

/** The same for somebody found in the list, before anybody tried. */
export function noEntryWords(state: RegistrationState): { title: string; text: string } {
  return NO_ENTRY[state];
}

const BAD_CODE: Record<Refused<'CODE_REFUSED'>['detail']['why'], GateRefusal> = {
  old: { title: '码过期了', text: '截图和旧码不能用。请对方打开电子票，扫现在的码', next: 'scan' },
  new: { title: '对方的时间快了', text: '请对方联网，重新打开电子票再扫', next: 'scan' },
  unknown: { title: '不认识这个码', text: '请对方打开“我的报名”里的电子票', next: 'scan' },
};

function notNow({ opensAt, closesAt, now: at }: Refused<'NOT_CHECK_IN_TIME'>['detail'], now: Instant): GateRefusal {
  return at < opensAt
    ? { title: '还没到时间', text: `${moment(opensAt, now)} 开始签到`, next: 'none' }
    : { title: '签到结束了', text: `${moment(closesAt, now)} 结束的，漏签的请组织者在名单里补`, next: 'list' };
}

/** What a refusal means at the gate, short enough to be read at arm's length, and what to do there. */
export function gateRefusal(refused: AnyRefused, now: Instant): GateRefusal {
  switch (refused.refusal) {
    case 'CODE_REFUSED':
      return BAD_CODE[refused.detail.why];
    case 'ELSEWHERE': {
      const { title, sessionName, startsAt } = refused.detail;
      const when = moment(startsAt, now).replace(/ /g, '\u00a0');
      return { title: '票是另一场的', text: `“${title}”${sessionName}，${when}`, next: 'scan' };
    }
    case 'NOT_CONFIRMED':
      return { ...NO_ENTRY[refused.detail.state], next: refused.detail.state === 'absent' ? 'list' : 'scan' };
    case 'NOT_CHECK_IN_TIME':
      return notNow(refused.detail, now);
    case 'NOT_FOUND':
      return refused.detail.what === 'registration'
        ? { title: '没有这条报名', text: '在名单里按姓名找找看', next: 'list' }
        : { title: '这一场找不到了', text: '安排可能改了，回到值守重新进', next: 'duties' };
    case 'NOT_ATTENDED':
      return { title: '没有可撤销的', text: `现在的状态是“${STATE_WORDS[refused.detail.state]}”`, next: 'none' };
    case 'FORBIDDEN':
      return refused.detail.needs.includes('volunteer')
        ? { title: '没有这里的值守权限', text: '请组织者给你授权，或者请组织者来做', next: 'none' }
        : { title: '要组织者来做', text: '签到结束后，由组织者在名单里处理', next: 'none' };
    case 'OFFLINE':
      return { title: '没有网络', text: '验票暂时要联网。换个位置或打开流量，再试一次', next: 'again' };
    case 'TIMEOUT':
      return { title: '还没有回音', text: '再试一次，不会重复记', next: 'again' };
    case 'BUSY':
      return { title: '人有点多', text: '稍等两秒再试，不会重复记', next: 'again' };
    case 'INTERNAL': {
      const { title, text } = refusalWords('INTERNAL', refused.detail, now);
      return { title, text, next: 'again' };
    }
    default: {
      const { title, text } = refusalWords(refused.refusal, refused.detail, now);
      return { title, text, next: 'none' };
    }
  }
}

/** Where a member goes from after a refusal of the venue's code. */
export type VenueStep = 'scan' | 'again' | 'registrations' | 'setting' | 'join' | 'none';

export interface VenueRefusal {
  title: string;
  text: string;
  next: VenueStep;
}

const BAD_VENUE_CODE: Record<Refused<'CODE_REFUSED'>['detail']['why'], VenueRefusal> = {
  old: { title: '码刚刚换过', text: '屏幕上的码每\u00a015\u00a0秒换一次，对着现在的再扫', next: 'scan' },
  new: { title: '会场屏幕的时间快了', text: '请告诉现场工作人员，也可以出示电子票入场', next: 'scan' },
  unknown: { title: '不认识这个码', text: '请扫会场屏幕上的签到码', next: 'scan' },
};

/** Where it takes a position and there is none: its owner said no, or the device could not tell. */
export function noPositionWords(kind: 'denied' | 'unknown'): VenueRefusal {
  return kind === 'denied'
    ? {
        title: '没有位置权限',
        text: '这一场要核对你在现场，只用这一次。允许后再扫，也可以请工作人员签到',
        next: 'setting',
      }
    : { title: '没有找到位置', text: '打开定位，走到开阔一点的地方再扫，也可以请工作人员签到', next: 'scan' };
}

const farWords = ({ metres, within }: Refused<'TOO_FAR'>['detail']): string =>
  `离会场约\u00a0${metres}\u00a0米，走到\u00a0${within}\u00a0米以内再扫`;

/** What a refusal means to a member who stands before the venue's screen. */
export function venueRefusal(refused: AnyRefused, now: Instant): VenueRefusal {
  const words = refusalWords(refused.refusal, refused.detail, now);
  switch (refused.refusal) {
    case 'CODE_REFUSED':
      return BAD_VENUE_CODE[refused.detail.why];
    case 'NOT_FOUND':
      return refused.detail.what === 'registration'
        ? { title: '没有你的报名', text: '你没有报这一场，看看是不是报了别的场次', next: 'registrations' }
        : { title: '这一场找不到了', text: '安排可能改了，请问问现场工作人员', next: 'registrations' };
    case 'NOT_CONFIRMED':
      return {
        title: '这一场还不能签到',
        text: `你的报名现在是“${STATE_WORDS[refused.detail.state]}”`,
        next: 'registrations',
      };
    case 'FORBIDDEN':
    case 'NOT_MEMBER':
      return { title: '还不是会员', text: '加入工会并报名后才能签到', next: 'join' };
    case 'TOO_FAR':
      return { title: '你还没到现场', text: farWords(refused.detail), next: 'scan' };
    case 'POSITION_NEEDED':
      return noPositionWords('unknown');
    case 'OFFLINE':
    case 'TIMEOUT':
    case 'BUSY':
    case 'INTERNAL':
      return { title: words.title, text: words.text, next: 'again' };
    default:
      return { title: words.title, text: words.text, next: 'none' };
  }
}
