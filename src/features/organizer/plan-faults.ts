import { POOL_PLACES, SHARDS_MOST } from '../../../domain/signup/pool';
import { instantAt } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';
import {
  integerOf,
  linesOf,
  numberOf,
  type PlanForm,
  pointOf,
  type QuestionForm,
  type SessionForm,
  sumOfZones,
} from './plan-form';

/** What is wrong, in words, by the field's path: `title`, `sessions.s1.zones.a.capacity` … */
export type PlanFaults = Record<string, string>;

/** Characters that fields hold, lines that lists hold, and how far numbers go: as the server takes them. */
export const PLAN_LIMITS = {
  title: 60,
  tagline: 60,
  paragraphs: 30,
  paragraph: 1_000,
  venueName: 60,
  venueAddress: 120,
  sessions: 30,
  sessionName: 40,
  zones: 30,
  zoneName: 40,
  questions: 20,
  questionLabel: 60,
  options: 30,
  option: 60,
  text: 500,
  enterprises: 100,
  companions: 5,
  capacity: POOL_PLACES * SHARDS_MOST,
  absences: 20,
  coolDays: 3_650,
  checkInWithin: 100_000,
  holds: 100_000,
} as const;

type Faults = Record<string, string | false>;

/** Those of a list of checks that found something. */
const found = (faults: Faults): PlanFaults =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([path, words]): [string, string][] => (words === false ? [] : [[path, words]])),
  );

const blank = (typed: string, words: string): string | false => typed.trim() === '' && words;
const outside = (typed: string, least: number, most: number): string | false => {
  const number = numberOf(typed);
  return (number === undefined || number < least || number > most) && `请填 ${least} 到 ${most} 的整数`;
};
const tooLong = (typed: string, most: number, each: number): string | false => {
  const lines = linesOf(typed);
  if (lines.length > most) return `最多 ${most} 行`;
  return lines.some((line) => [...line].length > each) && `每行最多 ${each} 个字`;
};
const repeats = (texts: readonly string[]): boolean => new Set(texts).size !== texts.length;

function whatFaults(form: PlanForm): Faults {
  const { paragraphs, paragraph } = PLAN_LIMITS;
  return {
    title: blank(form.title, '请填写活动名称'),
    tagline: blank(form.tagline, '请用一句话介绍'),
    brand: form.brand === '' && '请选一个品牌',
    format: form.format === '' && '请选一种形式',
    description: blank(form.description, '请写几句介绍') || tooLong(form.description, paragraphs, paragraph),
    rules: tooLong(form.rules, paragraphs, paragraph),
  };
}

function venueFaults(form: PlanForm): Faults {
  return {
    'venue.name': blank(form.venueName, '请填写地点'),
    'venue.address': blank(form.venueAddress, '请填写地址'),
    'venue.point': pointOf(form.venuePoint) === undefined && '请贴上地图坐标，比如 39.796, 116.506',
    'venue.checkInWithin':
      form.checkInWithin.trim() !== '' && outside(form.checkInWithin, 1, PLAN_LIMITS.checkInWithin),
    'venue.holds': form.venueHolds.trim() !== '' && outside(form.venueHolds, 1, PLAN_LIMITS.holds),
  };
}

function sessionFaults(session: SessionForm): Faults {
  const path = `sessions.${session.id}`;
  const { capacity: most } = PLAN_LIMITS;
  const [startsAt, endsAt] = [instantAt(session.startsAt), instantAt(session.endsAt)];
  const zones = session.zones.map(
    ({ id, name, capacity }): Faults => ({
      [`${path}.zones.${id}.name`]: blank(name, '请填写分区名称'),
      [`${path}.zones.${id}.capacity`]: outside(capacity, 0, most),
    }),
  );
  const summed = session.zones.length > 0 && session.capacity.trim() === '';
  return {
    [`${path}.name`]: blank(session.name, '请填写场次名称'),
    [`${path}.startsAt`]: startsAt === undefined && '请选开始时间',
    [`${path}.endsAt`]:
      (endsAt === undefined && '请选结束时间') ||
      (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt && '结束要晚于开始'),
    [`${path}.capacity`]: summed ? sumOfZones(session) > most && `最多 ${most} 个` : outside(session.capacity, 0, most),
    [`${path}.zones`]: repeats(session.zones.map(({ name }) => name.trim())) && '分区名称重复了',
    ...Object.assign({}, ...zones),
  };
}

/** When the last session ends; `undefined` while none has an end. */
function lastEnd({ sessions }: PlanForm): Instant | undefined {
  const ends = sessions.map(({ endsAt }) => instantAt(endsAt)).filter((end) => end !== undefined);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function windowFaults(form: PlanForm): Faults {
  if (form.preview) return {};
  const [opensAt, closesAt] = [instantAt(form.opensAt), instantAt(form.closesAt)];
  const end = lastEnd(form);
  const cancelUntil = form.cancelUntil === '' ? closesAt : instantAt(form.cancelUntil);
  return {
    opensAt: opensAt === undefined && '请选开始时间',
    closesAt:
      (closesAt === undefined && '请选截止时间') ||
      (opensAt !== undefined && closesAt !== undefined && closesAt <= opensAt && '截止要晚于开始') ||
      (closesAt !== undefined && end !== undefined && closesAt > end && '截止不能晚于活动结束'),
    cancelUntil: cancelUntil !== undefined && end !== undefined && cancelUntil > end && '取消期限不能晚于活动结束',
  };
}

function rulesFaults(form: PlanForm): Faults {
  const { companions, capacity, absences, coolDays, enterprises } = PLAN_LIMITS;
  return {
    companions: outside(form.companions, 0, companions),
    'quota.each': form.quotaEach.trim() !== '' && outside(form.quotaEach, 0, capacity),
    'eligibility.enterprises': form.enterprises.length > enterprises && `最多选 ${enterprises} 个单位`,
    'coolDown.absences': form.coolDown && outside(form.absences, 1, absences),
    'coolDown.days': form.coolDown && outside(form.coolDays, 1, coolDays),
  };
}

function questionFaults({ id, label, kind, ...form }: QuestionForm): Faults {
  const path = `questions.${id}`;
  const options = linesOf(form.options);
  const [min, max] = [integerOf(form.min), integerOf(form.max)];
  return {
    [`${path}.label`]: blank(label, '请写出问题'),
    [`${path}.options`]:
      kind === 'choice' &&
      ((options.length < 2 && '至少写两个选项，一行一个') ||
        (repeats(options) && '选项重复了') ||
        tooLong(form.options, PLAN_LIMITS.options, PLAN_LIMITS.option)),
    [`${path}.maxLength`]: kind === 'text' && outside(form.maxLength, 1, PLAN_LIMITS.text),
    [`${path}.range`]:
      kind === 'number' &&
      (((min === undefined || max === undefined) && '请填整数') ||
        (min !== undefined && max !== undefined && max < min && '最大要不小于最小')),
  };
}

/** Places of one pool; a larger activity would not fit in its shards. */
function poolFaults(form: PlanForm): Faults {
  const sizes = form.sessions.map((session) => numberOf(session.capacity) ?? sumOfZones(session));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return {
    sessions:
      (form.sessions.length === 0 && '至少要有一场') ||
      (form.onePlacePer === 'activity' &&
        all > PLAN_LIMITS.capacity &&
        `所有场次加起来最多 ${PLAN_LIMITS.capacity} 个名额`),
  };
}

/** What is missing or wrong before anything is sent; the server checks the same and has the last word. */
export function planFaults(form: PlanForm): PlanFaults {
  return found({
    ...whatFaults(form),
    ...poolFaults(form),
    ...Object.assign({}, ...form.sessions.map(sessionFaults)),
    ...venueFaults(form),
    ...windowFaults(form),
    ...rulesFaults(form),
    ...Object.assign({}, ...form.questions.map(questionFaults)),
  });
}
