import type { Calendar } from '../calendar';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { asked, bus, contact, note } from './questions';
import { VENUES } from './venues';

/** The one that everybody talks about: a Saturday evening two to three weeks away, sign-up open, the front row gone. */
function musicFestival(cal: Calendar): DemoActivity {
  const day = cal.next(6, 14);
  return demoActivity({
    id: 'music-festival',
    title: '2025 药谷职工音乐节',
    tagline: '下班以后，草坪上听同事唱歌',
    brand: 'vital',
    format: 'show',
    description: [
      '十二支职工乐队和三个合唱团，都是白天在实验室、车间和站点里的人。这一晚他们站到台上，你在草坪上。',
      '六点半开场，前面是不插电的小段，天黑以后上乐队。中场有二十分钟休息，餐车和热饮在草坪西侧。',
      '草坪区可以带野餐垫，看台区有座位，前排离音箱近。选一个你喜欢的位置，一人一个名额。',
      '如果下雨，当天中午在这里通知改期，名额保留。',
    ],
    rules: [
      '凭电子票入场，18:00 开始检票',
      '草坪区请带垫子，不带高椅和遮阳伞',
      '玻璃瓶和自拍杆不进场',
      '来不了请提前取消，把位置留给同事',
      '散场班车 21:45 发车，地铁站和宿舍区各一路',
    ],
    venue: VENUES.lawn,
    waitlist: true,
    companions: 1,
    quota: { each: 60 },
    questions: [bus, contact, note],
    opensAt: cal.at(-6, '10:00'),
    closesAt: cal.at(day - 2, '18:00'),
    cancelUntil: cal.at(day - 1, '18:00'),
    sessions: [
      session('s1', '周六晚场', hours(cal, day, '18:30', '21:30'), {
        a: ['草坪区', 300],
        b: ['看台区', 240],
        c: ['前排', 60],
      }),
    ],
    taken: { s1_a: 186, s1_b: 171, s1_c: 60 },
    waiting: { s1_c: 23 },
  });
}

function choirRehearsal(cal: Calendar): DemoActivity {
  const day = cal.next(3, 4);
  return demoActivity({
    id: 'choir-rehearsal',
    title: '职工合唱团公开排练',
    tagline: '不用会识谱，先来听一听',
    brand: 'vital',
    format: 'training',
    description: [
      '合唱团每周三晚上排练，这一次把门打开。前半小时教发声，后面一起唱两首慢歌。',
      '觉得合适就留下来，一个月后在音乐节的合唱环节见。',
    ],
    rules: ['请提前十分钟到，排练开始后不再进场', '带一瓶常温的水', '排练中请把手机调到静音'],
    venue: VENUES.studio,
    ...window(cal, day, 12, 1),
    sessions: [session('s1', '晚间排练', hours(cal, day, '19:00', '20:30'), 40)],
    taken: { s1: 22 },
  });
}

function speechContest(cal: Calendar): DemoActivity {
  const day = cal.next(5, 21);
  return demoActivity({
    id: 'speech-contest',
    title: '书香药谷演讲比赛观众席',
    tagline: '六分钟，讲一本改变过自己的书',
    brand: 'books',
    format: 'contest',
    description: [
      '二十位职工走到台前，每人六分钟，讲一本书和自己的一段日子。选手由各单位推荐，这里报的是观众席。',
      '现场观众每人一张票，投给最打动自己的那一位，票数占总分三成。',
    ],
    rules: ['凭电子票入场，选票在入口领取', '比赛中请不要走动和接电话', '投票在最后一位选手结束后十分钟内完成'],
    venue: VENUES.auditorium,
    questions: [note],
    opensAt: cal.at(5, '12:00'),
    closesAt: cal.at(day - 1, '18:00'),
    sessions: [session('s1', '决赛', hours(cal, day, '14:00', '17:00'), { a: ['前区', 60], b: ['后区', 120] })],
  });
}

/** The long name is on purpose: cards and covers have to bear it. */
function modelWorkers(cal: Calendar): DemoActivity {
  const day = cal.season('04-28');
  return demoActivity({
    id: 'model-workers',
    title: '“百年工运铸辉煌”劳模事迹分享会暨匠心药谷年度技能竞赛颁奖典礼',
    tagline: '听他们讲讲，一件事怎么做了二十年',
    brand: 'craft',
    format: 'show',
    description: [
      '一位全国劳模、五位市级劳模坐到一起，聊刚上班时的第一次失误、带自己的师傅，和现在还没解决的难题。',
      '分享会后为全年技能竞赛的获奖班组颁奖，最后留半小时提问。',
      '提前把想问的写下来，主持人会挑十个问题。',
    ],
    rules: ['请提前十五分钟入场', '可以拍照，请关闭闪光灯', '提问环节举手，由工作人员递话筒'],
    venue: VENUES.auditorium,
    questions: [asked('想问劳模的一个问题', 120)],
    ...window(cal, day, 21, 2),
    sessions: [session('s1', '下午场', hours(cal, day, '14:00', '16:30'), 260)],
    taken: { s1: 143 },
  });
}

function poetryEvening(cal: Calendar): DemoActivity {
  const day = cal.next(4, -90);
  return demoActivity({
    id: 'poetry-evening',
    title: '夏夜朗诵会',
    tagline: '一盏灯，一首诗，慢慢念',
    brand: 'books',
    format: 'show',
    description: ['在书房的院子里念诗，可以念自己写的，也可以只坐着听。', '这一晚有九位同事上台，最小的听众四岁。'],
    rules: ['每人朗诵不超过五分钟', '请把手机调到静音', '带走自己的杯子和纸巾'],
    venue: VENUES.library,
    ...window(cal, day, 14, 2),
    sessions: [session('s1', '晚场', hours(cal, day, '19:00', '20:30'), 50)],
    taken: { s1: 37 },
  });
}

export const stageActivities = (cal: Calendar): DemoActivity[] =>
  [musicFestival, choirRehearsal, speechContest, modelWorkers, poetryEvening].map((make) => make(cal));
