import type { Calendar } from '../calendar';
import { RUN_MAP } from '../evening-run-map';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { choice, contact, note, shirt } from './questions';
import { VENUES } from './venues';

function parkWalk(cal: Calendar): DemoActivity {
  const day = cal.next(0, 5);
  return demoActivity({
    id: 'park-walk',
    title: '环药谷健步走',
    tagline: '绕着上班的地方，慢慢走一圈',
    brand: 'vital',
    format: 'walk',
    description: [
      '从中央公园南门出发，沿银杏道和小河走，终点回到广场。短的五公里，长的十公里，都有补给点。',
      '不计名次，走完就有一枚纪念章。每公里有一块牌子，讲一个园区里的小故事。',
      '空气不好会改期，前一天晚上八点前在这里通知。',
    ],
    rules: [
      '08:00 在南门广场集合，08:30 出发',
      '请穿跑鞋，带一件外套',
      '走不动可以在补给点坐接驳车',
      '带孩子请选五公里',
    ],
    venue: VENUES.loop,
    questions: [shirt, contact, note],
    ...window(cal, day, 12, 2),
    sessions: [
      session('s1', '周日上午', hours(cal, day, '08:30', '11:30'), { a: ['五公里', 260], b: ['十公里', 140] }),
    ],
    taken: { s1_a: 154, s1_b: 61 },
  });
}

/** Tomorrow evening: the demo's worker has a place. */
function eveningRun(cal: Calendar): DemoActivity {
  return demoActivity({
    id: 'evening-run',
    title: '下班夜跑五公里',
    tagline: '有人领跑，跑不动就走',
    brand: 'vital',
    format: 'walk',
    description: [
      '从南门广场出发，绕湖两圈半。分快慢两组，领跑的人手上有绿灯。',
      '跑完在广场拉伸十分钟，有温水和香蕉。',
    ],
    images: [RUN_MAP],
    rules: ['18:50 集合热身', '请穿亮色衣服', '感冒或身体不适请先休息，下周还有', '随身物品可存在工会驿站'],
    venue: VENUES.loop,
    questions: [choice('pace', '想跟哪一组', '慢组，七分半一公里', '快组，六分钟一公里'), contact],
    opensAt: cal.at(-6, '10:00'),
    closesAt: cal.at(1, '12:00'),
    sessions: [session('s1', '晚间', hours(cal, 1, '19:00', '20:30'), 60)],
    taken: { s1: 33 },
  });
}

/** Full, and still before its closing: who asks is told so. */
function badmintonClass(cal: Calendar): DemoActivity {
  const day = cal.next(2, 5);
  return demoActivity({
    id: 'badminton-class',
    title: '零基础羽毛球入门班',
    tagline: '从握拍开始，一周一次，学四周',
    brand: 'vital',
    format: 'training',
    description: [
      '四节课，每周二晚上。教练带两名助教，八人一片场地，从握拍、步法到发球。',
      '球拍可以借，鞋请自备。上完四节，可以参加新手循环赛。',
    ],
    rules: ['四节课连上，请确认时间都合适', '请穿不留痕的室内球鞋', '缺两次的名额会让给下一期的同事'],
    venue: VENUES.courts,
    questions: [choice('racket', '球拍', '自己带', '现场借')],
    opensAt: cal.at(-5, '10:00'),
    closesAt: cal.at(day - 1, '18:00'),
    sessions: [session('s1', '第一节起', hours(cal, day, '19:00', '20:30'), 24)],
    taken: { s1: 24 },
  });
}

/** Ends this evening; sign-up closed two days ago. */
function exerciseContest(cal: Calendar): DemoActivity {
  return demoActivity({
    id: 'exercise-contest',
    title: '工间操比赛',
    tagline: '十分钟，把肩膀还给自己',
    brand: 'craft',
    format: 'contest',
    description: [
      '比赛分两天，昨天初赛，今天决赛。编排自由，动作要让坐了一上午的人也跟得上。',
      '评委席留了五个位置给现场观众，入口处抽签。',
    ],
    rules: ['参赛队提前二十分钟检录', '观众从东侧入口进', '音乐由各队自备，提前交到音控台'],
    venue: VENUES.hall,
    questions: [choice('as', '怎么参加', '随队比赛', '现场观看')],
    ...window(cal, 0, 14, 2),
    sessions: [
      session('s1', '初赛', hours(cal, -1, '14:00', '20:00'), 90),
      session('s2', '决赛', hours(cal, 0, '14:00', '21:00'), 90),
    ],
    taken: { s1: 52, s2: 71 },
  });
}

/** Eight zones: a list that does not fit on one screen. */
function trampoline(cal: Calendar): DemoActivity {
  const day = cal.next(6, 6);
  const slots = ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'];
  return demoActivity({
    id: 'trampoline',
    title: '蹦床公园职工优惠专场',
    tagline: '选一个时段，跳到没力气',
    brand: 'warm',
    format: 'care',
    description: [
      '一整天包场，八个时段，每个时段一小时。票价由工会补贴一半，到场付剩下的一半。',
      '每个时段最多三十人，教练会先带五分钟热身。孩子可以一起来，票在现场补。',
    ],
    rules: ['请提前十五分钟到，换防滑袜', '腰、膝有伤和孕期请不要参加', '饭后一小时再跳', '随行的孩子需满四岁'],
    venue: VENUES.trampoline,
    questions: [contact],
    ...window(cal, day, 14, 2),
    sessions: [
      session(
        's1',
        '周六全天',
        hours(cal, day, '10:00', '18:00'),
        Object.fromEntries(slots.map((from, at) => [`t${at + 1}`, [`${from} 场`, 30] as [string, number]])),
      ),
    ],
    taken: { s1_t1: 30, s1_t2: 27, s1_t3: 9, s1_t4: 5, s1_t5: 18, s1_t6: 30, s1_t7: 29, s1_t8: 11 },
  });
}

function lakeWalk(cal: Calendar): DemoActivity {
  const day = cal.next(0, -175);
  return demoActivity({
    id: 'lake-walk',
    title: '环湖徒步半日行',
    tagline: '半天时间，把邮件放一放',
    brand: 'vital',
    format: 'walk',
    description: ['十二公里，平路，中间在湖边吃午饭。', '一百多个人走成一条线，最后一位也在两点前回到了广场。'],
    rules: ['请自备午饭和水', '跟紧自己的小队旗', '垃圾带回终点'],
    venue: VENUES.loop,
    questions: [contact],
    ...window(cal, day, 14, 3),
    sessions: [session('s1', '上午', hours(cal, day, '08:00', '14:00'), 160)],
    taken: { s1: 127 },
  });
}

export const movingActivities = (cal: Calendar): DemoActivity[] =>
  [parkWalk, eveningRun, badmintonClass, exerciseContest, trampoline, lakeWalk].map((make) => make(cal));
