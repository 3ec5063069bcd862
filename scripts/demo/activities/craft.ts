import type { Calendar } from '../calendar';
import { enterpriseId } from '../enterprises';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { asked, choice, contact, note } from './questions';
import { VENUES } from './venues';

/** Nearly full: two places are left. */
function aedContest(cal: Calendar): DemoActivity {
  const day = cal.next(4, 7);
  return demoActivity({
    id: 'aed-contest',
    title: 'AED 急救技能竞赛',
    tagline: '四分钟，可能是一个人的一辈子',
    brand: 'craft',
    format: 'contest',
    description: [
      '心脏骤停的头四分钟最要紧。AED 会说话，跟着语音做就行，难的是在慌乱里先动手。',
      '上午分组练习，红十字培训师手把手教按压和电极片的位置；下午两人一组实操，按时间和动作计分。',
      '得分靠前的单位，工会会配一台 AED，装在大家都看得见的地方。',
    ],
    rules: ['请穿方便跪地的裤子', '两人一组，现场抽签组队', '全程参加上午练习才能下午比赛', '合格者领取急救员证书'],
    venue: VENUES.workshop,
    questions: [choice('learned', '是否学过心肺复苏', '没学过', '学过，证书过期了', '有证书'), contact],
    opensAt: cal.at(-4, '10:00'),
    closesAt: cal.at(day - 2, '18:00'),
    sessions: [session('s1', '全天', hours(cal, day, '09:00', '16:30'), 120)],
    taken: { s1: 118 },
  });
}

/** Two sessions; the demo's worker is in the first. */
function labourLaw(cal: Calendar): DemoActivity {
  const day = cal.next(3, 6);
  return demoActivity({
    id: 'labour-law',
    title: '劳动法实务培训',
    tagline: '合同、工时、加班费，一次问明白',
    brand: 'craft',
    format: 'training',
    description: [
      '请了两位常年办劳动案子的律师，用园区里真实发生过的事讲法条。名字和单位都改过。',
      '两场内容一样，选一个方便的时间。每场留四十分钟答疑，可以把问题先写在报名里。',
    ],
    rules: ['两场内容相同，每人选一场', '讲义现场发，电子版课后在这里下载', '案例请不要外传'],
    venue: VENUES.auditorium,
    questions: [asked('想问律师的问题', 200)],
    ...window(cal, day, 13, 1),
    sessions: [
      session('s1', '第一场 周三下午', hours(cal, day, '14:00', '17:00'), 120),
      session('s2', '第二场 周五晚上', hours(cal, day + 2, '18:30', '21:00'), 80),
    ],
    taken: { s1: 76, s2: 19 },
  });
}

/** Opens tomorrow at ten, whatever day it is. */
function mentorPairs(cal: Calendar): DemoActivity {
  const day = cal.next(5, 18);
  return demoActivity({
    id: 'mentor-pairs',
    title: '名师带徒结对会',
    tagline: '找一位师傅，慢慢学一门手艺',
    brand: 'craft',
    format: 'training',
    description: [
      '十六位师傅，来自制剂、检验、设备和包装。每人带三名徒弟，为期一年，每月至少见一次。',
      '结对会上师傅先讲自己会什么、脾气怎样，徒弟再写志愿。互相选中就算结对，没选上的进下一轮。',
    ],
    rules: ['工作满一年的会员可以报', '结对后每季度交一页笔记', '中途换岗可以解除，提前说一声'],
    venue: VENUES.workshop,
    questions: [choice('trade', '想学的方向', '制剂', '检验', '设备维护', '包装'), note],
    opensAt: cal.at(1, '10:00'),
    closesAt: cal.at(day - 3, '18:00'),
    sessions: [session('s1', '结对会', hours(cal, day, '14:00', '17:00'), 48)],
  });
}

function preparationSkills(cal: Calendar): DemoActivity {
  const day = cal.next(6, 12);
  return demoActivity({
    id: 'preparation-skills',
    title: '制剂岗位技能竞赛',
    tagline: '称量、压片、灯检，手上见真功夫',
    brand: 'craft',
    format: 'contest',
    description: [
      '三个项目：精密称量、压片机调试、灯检找瑕疵。每项二十分钟，裁判只看结果和记录。',
      '六家设有制剂岗位的单位参加，其他单位的同事可以等下一期包装专场。',
    ],
    rules: ['只面向六家单位的在岗职工', '自带工作服和帽子', '记录写不全按零分算', '设备由实训楼提供'],
    venue: VENUES.workshop,
    eligibility: { enterprises: [0, 2, 6, 12, 13, 24].map(enterpriseId) },
    questions: [choice('item', '报哪一项', '精密称量', '压片机调试', '灯检')],
    ...window(cal, day, 22, 4),
    sessions: [session('s1', '比赛日', hours(cal, day, '09:00', '17:00'), 60)],
    taken: { s1: 38 },
  });
}

/** Sign-up closed yesterday evening; it happens the day after tomorrow. */
function studioOpenDay(cal: Calendar): DemoActivity {
  return demoActivity({
    id: 'studio-open-day',
    title: '职工创新工作室开放日',
    tagline: '看看他们怎么把废料变成专利',
    brand: 'craft',
    format: 'training',
    description: [
      '一间刚评上市级的职工创新工作室，六个人，三年二十一项小改进。这一天由他们自己带着看。',
      '可以上手试一试那台省了四成水的清洗装置，也可以把你岗位上的烦心事带来一起想办法。',
    ],
    rules: ['进门换鞋套，戴护目镜', '不拍墙上的图纸', '跟随小组，不单独走动'],
    venue: VENUES.workshop,
    questions: [asked('岗位上想改进的一件事', 100)],
    ...window(cal, 2, 14, 3),
    sessions: [session('s1', '下午场', hours(cal, 2, '14:00', '16:30'), 45)],
    taken: { s1: 41 },
  });
}

function safetyQuiz(cal: Calendar): DemoActivity {
  const day = cal.next(4, -62);
  return demoActivity({
    id: 'safety-quiz',
    title: '安康杯安全知识竞赛',
    tagline: '把隐患认出来，比答对题更要紧',
    brand: 'craft',
    format: 'contest',
    description: [
      '笔试之后是一间布置了三十处隐患的屋子，十分钟里找得越多越好。',
      '最多的一组找到了二十八处，剩下两处到现在还有人在问。',
    ],
    rules: ['独立作答', '找隐患时不移动物品', '成绩当天公布'],
    venue: VENUES.workshop,
    ...window(cal, day, 15, 3),
    sessions: [session('s1', '下午场', hours(cal, day, '13:30', '17:00'), 90)],
    taken: { s1: 78 },
  });
}

function unionAccounts(cal: Calendar): DemoActivity {
  const day = cal.next(2, -28);
  return demoActivity({
    id: 'union-accounts',
    title: '工会经费管理培训',
    tagline: '一笔一笔，账要算得清清楚楚',
    brand: 'craft',
    format: 'training',
    description: [
      '面向各单位的工会小组长，讲预算、报销和年底公示怎么做。',
      '带上自己手里的票据，下午有会计一对一帮着看。',
    ],
    rules: ['每家单位建议来一到两人', '请带笔记本电脑', '票据隐去个人信息'],
    venue: VENUES.hall,
    ...window(cal, day, 14, 3),
    sessions: [session('s1', '全天', hours(cal, day, '09:30', '16:30'), 60)],
    taken: { s1: 46 },
  });
}

export const craftActivities = (cal: Calendar): DemoActivity[] =>
  [aedContest, labourLaw, mentorPairs, preparationSkills, studioOpenDay, safetyQuiz, unionAccounts].map((make) =>
    make(cal),
  );
