import { letterAt } from '../../../domain/activity/zone-letter';
import { shifted, weekdayOf } from '../../../domain/time/days';
import { dayOf } from '../../../domain/time/shanghai';
import type { Brand, Day, Format, Instant } from '../../../types/vocabulary';
import { EMPTY_FORM, newQuestion, newSession, type PlanForm, type QuestionForm } from './plan-form';

export const TEMPLATES = ['festival', 'esports', 'ball', 'skills', 'talk', 'reading', 'walk', 'care'] as const;
export type Template = (typeof TEMPLATES)[number];

interface SessionFacts {
  name: string;
  /** Days after the first. */
  day?: number;
  hours: readonly [from: string, until: string];
  /** Places, or zones with theirs. */
  places: number | readonly (readonly [name: string, places: number])[];
}

interface TemplateFacts {
  name: string;
  note: string;
  brand: Brand;
  format: Format;
  /** 0 is Monday; the first such day that is at least so many days away. */
  on: readonly [weekday: number, least: number];
  /** Sign-up closes at 18:00 so many days before, and a place can be given back until then or later. */
  closes: number;
  cancels?: number;
  sessions: readonly SessionFacts[];
  rules: readonly string[];
  form?: Partial<PlanForm>;
  questions?: readonly (Partial<QuestionForm> & Pick<QuestionForm, 'label'>)[];
}

const PHONE = { label: '紧急联系人电话', kind: 'phone', required: false } as const;

const FACTS: Record<Template, TemplateFacts> = {
  festival: {
    name: '音乐节、演出',
    note: '一晚，草坪、看台、前排分区，可带一位同伴',
    ...{ brand: 'vital', format: 'show', on: [5, 16], closes: 2, cancels: 1 },
    sessions: [
      {
        ...{ name: '周六晚场', hours: ['18:30', '21:30'] },
        places: [
          ['草坪区', 300],
          ['看台区', 240],
          ['前排', 60],
        ],
      },
    ],
    rules: ['凭电子票入场，18:00 开始检票', '来不了请提前取消，把位置留给同事'],
    form: { companions: '1', quotaEach: '60' },
    questions: [{ label: '散场班车', kind: 'choice', options: '不坐\n地铁站\n宿舍区' }, PHONE],
  },
  esports: {
    name: '电竞观赛日',
    note: '两个周日下午，八强和决赛，每场都可以报',
    ...{ brand: 'vital', format: 'contest', on: [6, 16], closes: 3 },
    sessions: [
      { name: '八强', hours: ['13:00', '18:00'], places: 120 },
      { name: '决赛', day: 7, hours: ['13:00', '18:00'], places: 120 },
    ],
    rules: ['凭电子票入场', '选手席请勿进入', '饮料请带盖'],
    form: { onePlacePer: 'session' },
  },
  ball: {
    name: '球赛',
    note: '周六一天，由组织者审核分组',
    ...{ brand: 'vital', format: 'contest', on: [5, 20], closes: 5 },
    sessions: [{ name: '比赛日', hours: ['09:00', '17:30'], places: 96 }],
    rules: ['请穿球鞋，护具场边可借', '迟到十分钟按弃权处理', '身体不适马上告诉场边志愿者'],
    form: { allocation: 'approval', coolDown: true },
    questions: [{ label: '报哪一组', kind: 'choice', options: '男子组\n女子组\n混合组' }, PHONE],
  },
  skills: {
    name: '技能竞赛',
    note: '工作日一天，审核报名，每个单位有限额',
    ...{ brand: 'craft', format: 'contest', on: [3, 18], closes: 4 },
    sessions: [{ name: '比赛日', hours: ['09:00', '16:30'], places: 60 }],
    rules: ['自带工作服和帽子', '记录写不全按零分算', '成绩当天公布'],
    form: { allocation: 'approval', waitlist: false, quotaEach: '6', coolDown: true },
    questions: [{ label: '报哪一项', kind: 'choice', options: '理论\n实操' }],
  },
  talk: {
    name: '讲座、培训',
    note: '内容一样的两场，选一场',
    ...{ brand: 'craft', format: 'training', on: [2, 12], closes: 1 },
    sessions: [
      { name: '周三下午', hours: ['14:00', '16:30'], places: 120 },
      { name: '周五晚上', day: 2, hours: ['18:30', '21:00'], places: 80 },
    ],
    rules: ['两场内容相同，每人选一场', '请提前十分钟入场'],
    questions: [{ label: '想问老师的问题', required: false, maxLength: '200' }],
  },
  reading: {
    name: '读书会',
    note: '一个晚上，三十来人，满了可以候补',
    ...{ brand: 'books', format: 'reading', on: [3, 10], closes: 1 },
    sessions: [{ name: '晚场', hours: ['19:00', '20:30'], places: 36 }],
    rules: ['带上正在读的书', '请把手机调到静音'],
  },
  walk: {
    name: '健步走',
    note: '周日上午，五公里和十公里两条线',
    ...{ brand: 'vital', format: 'walk', on: [6, 14], closes: 2 },
    sessions: [
      {
        ...{ name: '周日上午', hours: ['08:30', '11:30'] },
        places: [
          ['五公里', 260],
          ['十公里', 140],
        ],
      },
    ],
    rules: ['08:00 集合，08:30 出发', '请穿跑鞋，带一件外套', '空气不好会改期，前一天晚上通知'],
    form: { checkInWithin: '500' },
    questions: [{ label: '衣服尺码', kind: 'choice', options: 'S\nM\nL\nXL' }, PHONE],
  },
  care: {
    name: '送温暖、领取日',
    note: '一天，中午和傍晚两个时段来领',
    ...{ brand: 'warm', format: 'care', on: [4, 14], closes: 1 },
    sessions: [
      {
        ...{ name: '领取日', hours: ['11:00', '19:00'] },
        places: [
          ['中午 11:00–13:00', 160],
          ['傍晚 17:00–19:00', 140],
        ],
      },
    ],
    rules: ['凭电子票领取，每人一份'],
    form: { waitlist: false },
  },
};

export const TEMPLATE_WORDS: Record<Template, Pick<TemplateFacts, 'name' | 'note'>> = FACTS;

/** The first of those weekdays that is so many days away or later. */
function dayAfter(now: Instant, least: number, weekdays: readonly number[]): Day {
  let day = shifted(dayOf(now), least);
  while (!weekdays.includes(weekdayOf(day))) day = shifted(day, 1);
  return day;
}

/** When people who work by day are at work. */
const WORKDAYS = [0, 1, 2, 3, 4];

/** A form as it is usual for a format, its dates ahead of now; name, words and place are left to be typed. */
export function fromTemplate(template: Template, now: Instant): PlanForm {
  const { brand, format, on, closes, cancels = closes, sessions, rules, form, questions = [] } = FACTS[template];
  const [weekday, least] = on;
  const first = dayAfter(now, least, [weekday]);
  const at = (by: number, clock: string): string => `${shifted(first, by)}T${clock}`;
  return {
    ...EMPTY_FORM,
    ...{ brand, format, rules: rules.join('\n') },
    sessions: sessions.map(({ name, day = 0, hours: [from, until], places }, index) => ({
      ...newSession(`s${index + 1}`),
      ...{ name, startsAt: at(day, from), endsAt: at(day, until) },
      ...(typeof places === 'number'
        ? { capacity: String(places) }
        : {
            zones: places.map(([zone, capacity], place) => ({
              ...{ id: letterAt(place), name: zone, capacity: String(capacity) },
            })),
          }),
    })),
    opensAt: `${dayAfter(now, 1, WORKDAYS)}T10:00`,
    closesAt: at(-closes, '18:00'),
    cancelUntil: at(-cancels, '18:00'),
    questions: questions.map((question, index) => ({ ...newQuestion(`q${index + 1}`), ...question })),
    ...form,
  };
}
