import type { Answers, EntryCause } from '../../types/contract';
import type { EnterpriseId, Instant, MemberId } from '../../types/vocabulary';
import type { ParticipationRecord } from '../participation/participation';
import type { EntryRecord } from '../points/account';
import { column, instant, integer, text } from '../sheet/cells';
import type { OutCell, OutColumn } from '../sheet/out';
import { maskedAnswers } from '../signup/answers';
import type { RegistrationRecord } from '../signup/registration';
import { WAY_WORDS } from '../wording/checkin';
import { causeNote } from '../wording/entries';
import { ROLL_WORDS } from '../wording/organizer';
import { causeTitle } from '../wording/points';
import { BRAND_WORDS, EMPLOYMENT_WORDS, FORMAT_WORDS } from '../wording/vocabulary';
import type { ExportRecord } from './export';

/** Names as a row needs them, looked up before; of who has left the union there is none. */
export interface Named {
  person(id: MemberId): { name: string; phone: string };
  enterprise(id: EnterpriseId): string;
  activity(id: string): string;
  session(id: string): string;
  zone(sessionId: string, id: string | undefined): string;
}

export type Row = readonly OutCell[];

const WHO = [column('姓名', 12), column('手机', 14), column('单位', 28)];

/** Heads of the rows of a list; the year's report has sheets of its own. */
export function columnsOf({ of, questions }: Pick<ExportRecord, 'of' | 'questions'>): OutColumn[] {
  switch (of.kind) {
    case 'registrations':
      return [
        ...WHO,
        ...[column('场次', 18), column('分区', 12), column('状态', 12), column('同行', 8)],
        ...[column('报名时间', 18), column('签到时间', 18)],
        ...questions.map(({ label }) => column(label, 18)),
      ];
    case 'attendance':
      return [
        ...WHO,
        ...[column('用工', 12), column('场次', 18), column('分区', 12), column('人次', 8)],
        ...[column('签到时间', 18), column('方式', 10), column('入口', 10)],
      ];
    case 'participation':
      return [
        ...WHO,
        ...[column('用工', 12), column('活动', 28), column('品牌', 12), column('形式', 10)],
        ...[column('开始时间', 18), column('签到时间', 18), column('方式', 10), column('人次', 8)],
      ];
    case 'points':
      return [
        ...[column('姓名', 12), column('手机', 14), column('时间', 18), column('积分', 8), column('余额', 8)],
        ...[column('事由', 28), column('说明', 28), column('规则', 12)],
      ];
    case 'year':
      return [];
    default:
      return of satisfies never;
  }
}

const who = (named: Named, memberId: MemberId, enterpriseId: EnterpriseId): OutCell[] => {
  const { name, phone } = named.person(memberId);
  return [text(name), text(phone), text(named.enterprise(enterpriseId))];
};

export type ListedRegistration = Pick<
  RegistrationRecord,
  | ('_id' | 'memberId' | 'enterpriseId' | 'sessionId' | 'zoneId' | 'state' | 'seats' | 'answers' | 'signedUpAt')
  | ('endsAt' | 'absentAt' | 'attendance' | 'cameKey' | 'void')
>;

export type ListedState = 'applied' | 'waitlisted' | 'offered' | 'confirmed' | 'attended';

/**
 * How somebody stands on an activity's list; `undefined` for who is on it no more. A list never says who did not come: who was
 * missed is left out, and so is, once their session is over, whoever may still turn out to have been missed.
 */
export function listedState(
  { state, endsAt, absentAt, void: never }: Pick<RegistrationRecord, 'state' | 'endsAt' | 'absentAt' | 'void'>,
  now: Instant,
): ListedState | undefined {
  if (never) return undefined;
  switch (state) {
    case 'applied':
    case 'waitlisted':
    case 'offered':
    case 'attended':
      return state;
    case 'confirmed':
      return absentAt !== undefined && endsAt <= now ? undefined : state;
    case 'absent':
    case 'declined':
    case 'expired':
    case 'cancelled':
      return undefined;
    default:
      return state satisfies never;
  }
}

function answerCell(answers: Answers, id: string): OutCell {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === undefined) return undefined;
  return typeof answer === 'number' && Number.isSafeInteger(answer) ? integer(answer) : text(String(answer));
}

export function registrationRow(
  record: ListedRegistration,
  { phones, questions }: Pick<ExportRecord, 'phones' | 'questions'>,
  named: Named,
  now: Instant,
): Row | undefined {
  const state = listedState(record, now);
  if (state === undefined) return undefined;
  const { memberId, enterpriseId, sessionId, zoneId, seats, signedUpAt, attendance } = record;
  const answers = phones === 'full' ? record.answers : maskedAnswers(record.answers);
  const came = state === 'attended' ? attendance?.at : undefined;
  return [
    ...who(named, memberId, enterpriseId),
    ...[text(named.session(sessionId)), text(named.zone(sessionId, zoneId)), text(ROLL_WORDS[state])],
    ...[integer(seats - 1), instant(signedUpAt), came === undefined ? undefined : instant(came)],
    ...questions.map(({ id }) => answerCell(answers, id)),
  ];
}

export function attendanceRow(record: ParticipationRecord, named: Named): Row {
  const { memberId, enterpriseId, employment, sessionId, zoneId, seats, at, way, gate = '' } = record;
  return [
    ...who(named, memberId, enterpriseId),
    ...[text(EMPLOYMENT_WORDS[employment].name), text(named.session(sessionId)), text(named.zone(sessionId, zoneId))],
    ...[integer(seats), instant(at), text(WAY_WORDS[way]), text(gate)],
  ];
}

export function participationRow(record: ParticipationRecord, named: Named): Row {
  const { memberId, enterpriseId, employment, activityId, brand, format, startsAt, seats, at, way } = record;
  return [
    ...who(named, memberId, enterpriseId),
    ...[text(EMPLOYMENT_WORDS[employment].name), text(named.activity(activityId))],
    ...[text(BRAND_WORDS[brand].name), text(FORMAT_WORDS[format])],
    ...[startsAt === undefined ? undefined : instant(startsAt), instant(at), text(WAY_WORDS[way]), integer(seats)],
  ];
}

/** Of what somebody bought nothing but that they did: whoever reads a list of all has no need of it. */
const titleOf = (cause: EntryCause): string =>
  cause.kind === 'redemption' || cause.kind === 'refund' ? '' : causeTitle(cause);

export function pointsRow(record: EntryRecord, named: Named): Row {
  const { memberId, at, points, balance, cause, rules = '' } = record;
  const { name, phone } = named.person(memberId);
  return [
    ...[text(name), text(phone), instant(at), integer(points), integer(balance)],
    ...[text(titleOf(cause)), text(causeNote(cause)), text(rules)],
  ];
}
