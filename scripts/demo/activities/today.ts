import type { Calendar } from '../calendar';
import { type DemoActivity, demoActivity, hours, session } from './demo-activity';
import { choice, note } from './questions';
import { VENUES } from './venues';

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;

/** In an hour from whenever one looks, so that its gate is open: half of those who signed up are there. */
function lawnStage(cal: Calendar): DemoActivity {
  const startsAt = Math.ceil((cal.now + HOUR_MS / 2) / QUARTER_MS) * QUARTER_MS;
  return demoActivity({
    id: 'lawn-stage',
    title: '草坪小舞台',
    tagline: '一把吉他，几首老歌，坐下就好',
    brand: 'vital',
    format: 'show',
    description: [
      '不搭台，不报幕，谁想唱就上去唱两首。器材组今天试音，也请大家来当听众。',
      '入口有志愿者扫电子票，也可以扫会场屏幕上的码自己签到。',
    ],
    rules: ['凭电子票入场，可以带一位家人', '自带坐垫', '散场请把垃圾带走'],
    venue: { ...VENUES.lawn, checkInWithin: 800 },
    companions: 1,
    waitlist: true,
    opensAt: cal.at(-5, '10:00'),
    closesAt: startsAt - HOUR_MS / 4,
    cancelUntil: startsAt - HOUR_MS / 4,
    sessions: [session('s1', '今天这一场', [startsAt, startsAt + 3 * HOUR_MS], { a: ['草坪', 90], b: ['台阶', 40] })],
    taken: { s1_a: 58, s1_b: 31 },
    arrived: 41,
    announced: '草坪今天有点潮，带个坐垫来。入口改到东侧的小门，跟着志愿者走就好。',
  });
}

/** Full, with a queue; the demo's worker has just been offered a place that somebody gave back. */
function potteryNight(cal: Calendar): DemoActivity {
  const day = cal.next(4, 24);
  return demoActivity({
    id: 'pottery-night',
    title: '陶艺体验夜',
    tagline: '下班后，捏一只自己的杯子',
    brand: 'craft',
    format: 'training',
    description: [
      '两位做陶的老师带大家拉坯、修坯。泥和围裙都备好了，烧好以后寄到单位收发室。',
      '轮子只有这么多，一人一台。',
    ],
    rules: ['请把长发扎起来', '指甲长的同事提前修一下', '来不了请早点取消，后面有人在等'],
    venue: VENUES.studio,
    waitlist: true,
    questions: [choice('size', '想做多大的', '小杯', '饭碗', '花瓶')],
    opensAt: cal.at(-4, '10:00'),
    closesAt: cal.at(day - 1, '18:00'),
    sessions: [session('s1', '晚间', hours(cal, day, '19:00', '21:00'), 24)],
    taken: { s1: 24 },
    returned: 1,
    waiting: { s1: 9 },
  });
}

/** Full, with a queue; the demo's worker is the sixth in it. */
function filmNight(cal: Calendar): DemoActivity {
  const day = cal.next(5, 23);
  return demoActivity({
    id: 'film-night',
    title: '露天电影夜',
    tagline: '把幕布挂起来，风也来看',
    brand: 'warm',
    format: 'show',
    description: [
      '今年最后一次露天放映，放两部片子，中间有热姜茶。',
      '躺椅有限，坐满为止。有人来不了，位子会按顺序给排队的同事。',
    ],
    rules: ['请带一件外套', '可以带一位家人，占一个位子', '放映中请把手机调暗'],
    venue: VENUES.lawn,
    companions: 1,
    waitlist: true,
    opensAt: cal.at(-5, '10:00'),
    closesAt: cal.at(day - 1, '18:00'),
    sessions: [session('s1', '放映场', hours(cal, day, '19:00', '22:00'), 60)],
    taken: { s1: 60 },
    waiting: { s1: 17 },
  });
}

/** By the organizer's decision: some have been approved, others wait, the demo's worker among them. */
function droneClass(cal: Calendar): DemoActivity {
  const day = cal.next(6, 25);
  return demoActivity({
    id: 'drone-class',
    title: '无人机飞手小班',
    tagline: '先学会落地，再学起飞',
    brand: 'craft',
    format: 'training',
    description: [
      '两天小班课，理论半天，其余都在操场飞。结业可以报名园区航拍队。',
      '名额少，报名后由组织者按班次和基础安排，三天内告诉你结果。',
    ],
    rules: ['审核制，结果在消息里通知', '两天都要到', '损坏设备按保险处理'],
    venue: VENUES.workshop,
    allocation: 'approval',
    questions: [choice('flown', '飞过吗', '没飞过', '飞过玩具机', '有执照'), note],
    opensAt: cal.at(-5, '12:00'),
    closesAt: cal.at(day - 3, '18:00'),
    sessions: [session('s1', '周末两天', hours(cal, day, '09:00', '16:30'), 30)],
    taken: { s1: 16 },
    applied: 13,
  });
}

export function todaysActivities(cal: Calendar): DemoActivity[] {
  return [lawnStage, potteryNight, filmNight, droneClass].map((make) => make(cal));
}
