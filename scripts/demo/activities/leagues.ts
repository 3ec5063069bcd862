import type { Calendar } from '../calendar';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { note } from './questions';
import { VENUES } from './venues';

/** Around leagues and contests: announced, not to be signed up for yet; in those that are over people had stands. */

function racketLeague(cal: Calendar): DemoActivity {
  const day = cal.next(6, 34);
  return demoActivity({
    id: 'racket-league',
    title: '乒乓球羽毛球联赛',
    tagline: '下班打一场，周末见分晓',
    brand: 'vital',
    format: 'league',
    description: [
      '乒乓球和羽毛球两个项目，单打、双打和团体都有。小组循环打完，前两名进淘汰赛。',
      '以单位为组织，几家小单位可以拼成一队。同一单位的选手会尽量晚一点碰面。',
      '单打已经在“联赛”里开打，那里有对阵和积分榜；双打和团体的组队办法定下来就通知大家。',
    ],
    rules: ['选手需是在册会员', '乒乓球十一分制，羽毛球二十一分制', '迟到十分钟按弃权处理', '双方确认比分后成绩生效'],
    venue: VENUES.courts,
    allocation: 'approval',
    preview: true,
    ...window(cal, day, 20, 5),
    sessions: [
      session('s1', '小组赛', hours(cal, day, '09:00', '18:00'), 192),
      session('s2', '淘汰赛', hours(cal, day + 7, '09:00', '18:00'), 64),
      session('s3', '决赛日', hours(cal, day + 14, '13:00', '18:00'), 16),
    ],
  });
}

function esportsLeague(cal: Calendar): DemoActivity {
  const day = cal.next(0, 27);
  return demoActivity({
    id: 'esports-league',
    title: '电竞联赛观赛日',
    tagline: '八强到现场，大屏看到底',
    brand: 'vital',
    format: 'league',
    description: [
      '药谷电竞联赛打到八强，请大家到现场来看，有大屏，有解说。',
      '八强和半决赛三局两胜，一个下午看完。',
      '想上场的，在“联赛”里组队报名；没队友也没关系，队长的链接会发到群里。',
    ],
    rules: ['凭电子票入场', '选手席请勿进入', '饮料请带盖'],
    venue: VENUES.arcade,
    allocation: 'approval',
    preview: true,
    ...window(cal, day, 15, 4),
    sessions: [
      session('s1', '八强', hours(cal, day, '13:00', '18:00'), 120),
      session('s2', '决赛', hours(cal, day + 7, '13:00', '18:00'), 120),
    ],
  });
}

function basketball(cal: Calendar): DemoActivity {
  const day = cal.next(6, 55);
  return demoActivity({
    id: 'basketball-3x3',
    title: '三人篮球挑战赛',
    tagline: '半场，十分钟，三个人就够',
    brand: 'vital',
    format: 'league',
    description: ['三人一队，一名替补，半场十分钟。小组打完直接进淘汰赛，一天结束。', '男子组、女子组和混合组分开打。'],
    rules: ['队员需是在册会员', '先到二十一分或时间到结束', '请穿球鞋，场边有护具可借'],
    venue: VENUES.field,
    allocation: 'approval',
    preview: true,
    ...window(cal, day, 20, 6),
    sessions: [session('s1', '比赛日', hours(cal, day, '09:00', '17:30'), 128)],
  });
}

/** Over: one of those that the demo's worker attended. */
function tugOfWar(cal: Calendar): DemoActivity {
  const day = cal.next(6, -41);
  return demoActivity({
    id: 'tug-of-war',
    title: '药谷拔河赛观赛区',
    tagline: '绳子一响，嗓子就哑了',
    brand: 'vital',
    format: 'contest',
    description: [
      '二十四支队伍，八人一队，三局两胜。队伍由单位组织，这里报的是场边观赛区。',
      '最后一局拉了两分四十秒，岫川队和栎川队一起坐在了地上。',
    ],
    rules: ['观赛区在白线以外', '不越过隔离带', '请照看好随行的孩子'],
    venue: VENUES.field,
    ...window(cal, day, 14, 2),
    sessions: [session('s1', '决赛日', hours(cal, day, '14:00', '17:00'), 150)],
    taken: { s1: 112 },
  });
}

function funSports(cal: Calendar): DemoActivity {
  const day = cal.next(6, -76);
  return demoActivity({
    id: 'fun-sports',
    title: '职工趣味运动会',
    tagline: '踢毽子也能站上领奖台',
    brand: 'vital',
    format: 'contest',
    description: [
      '套圈、托球跑、踢毽子、跳绳、定点投篮，五个项目随便挑，玩够三个就有纪念章。',
      '这一天一共发出去九十六枚纪念章，跳绳纪录是一分钟一百九十一下。',
    ],
    rules: ['请穿运动鞋', '每个项目最多试三次', '身体不适马上告诉场边志愿者'],
    venue: VENUES.field,
    questions: [note],
    ...window(cal, day, 14, 3),
    sessions: [session('s1', '上午场', hours(cal, day, '09:00', '12:00'), 120)],
    taken: { s1: 96 },
  });
}

function esportsFriendly(cal: Calendar): DemoActivity {
  const day = cal.next(0, -130);
  return demoActivity({
    id: 'esports-friendly',
    title: '电竞友谊赛观赛夜',
    tagline: '大屏、汽水、五局三胜',
    brand: 'vital',
    format: 'contest',
    description: ['联赛开始前的一次热身，四支队伍，一晚上打完。', '观赛的人比选手多，大家都等着下一季。'],
    rules: ['凭电子票入场', '场内饮料请带盖', '选手席请勿进入'],
    venue: VENUES.arcade,
    ...window(cal, day, 12, 2),
    sessions: [session('s1', '晚场', hours(cal, day, '18:30', '21:30'), 100)],
    taken: { s1: 84 },
  });
}

export const leagueActivities = (cal: Calendar): DemoActivity[] =>
  [racketLeague, esportsLeague, basketball, tugOfWar, funSports, esportsFriendly].map((make) => make(cal));
