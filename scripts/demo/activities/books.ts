import type { Calendar } from '../calendar';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { asked, choice, howMany, note } from './questions';
import { VENUES } from './venues';

function bookFair(cal: Calendar): DemoActivity {
  const day = cal.next(6, 7);
  return demoActivity({
    id: 'book-fair',
    title: '药谷读书市集',
    tagline: '带一本旧书来，换一本新的走',
    brand: 'books',
    format: 'market',
    description: [
      '四十个摊位：旧书交换、出版社特价、手作书签、给孩子念绘本的帐篷，还有一辆卖咖啡的小车。',
      '每带来一本能读的旧书，换一张书票，市集里任意换一本。没有旧书也能来，逛逛不要钱。',
      '两天的摊位一样，周日下午人少一些。',
    ],
    rules: ['换书以品相完整为准，教材和期刊不换', '每人最多换五本', '宠物请牵绳', '逛累了到帐篷里坐，请给孩子留位置'],
    venue: VENUES.lawn,
    questions: [howMany('打算带几本旧书', 20), note],
    ...window(cal, day, 16, 1),
    sessions: [
      session('s1', '周六', hours(cal, day, '10:00', '18:00'), 300),
      session('s2', '周日', hours(cal, day + 1, '10:00', '17:00'), 300),
    ],
    taken: { s1: 147, s2: 63 },
  });
}

function readingChallenge(cal: Calendar): DemoActivity {
  const day = cal.next(1, 16);
  return demoActivity({
    id: 'reading-challenge',
    title: '三十天阅读打卡',
    tagline: '一天十页，一个月一本书',
    brand: 'books',
    format: 'reading',
    description: [
      '连续三十天，每天读一会儿，写一句话。书自己选，纸书、电子书、有声书都算。',
      '漏一天也不要紧，每读满七天得一张补卡。想一起读的单位可以组队，看谁走得更远。',
    ],
    rules: ['每天零点前打卡算当天', '每天至少读十五分钟', '公开与否由自己选，默认只有自己看得到'],
    venue: VENUES.library,
    preview: true,
    ...window(cal, day, 10, 1),
    sessions: [session('s1', '三十天', [cal.at(day, '00:00'), cal.at(day + 29, '23:59')], 5000)],
  });
}

function springCouplets(cal: Calendar): DemoActivity {
  const day = cal.season('01-20');
  return demoActivity({
    id: 'spring-couplets',
    title: '春联入企送祝福',
    tagline: '一副红纸，写给今年的自己',
    brand: 'books',
    format: 'market',
    description: [
      '十位书法老师现场写春联，也教你自己写。红纸和墨都备好了，写坏了再来一张。',
      '想写什么话可以先填好，老师会照着写。写完晾干，卷好带回家或者寄走。',
    ],
    rules: ['每人两副春联、一个福字', '墨没干请平放十分钟', '孩子写字请家长陪着'],
    venue: VENUES.hall,
    questions: [asked('想写的话', 24)],
    ...window(cal, day, 21, 1),
    sessions: [session('s1', '挥毫日', hours(cal, day, '10:00', '17:00'), { a: ['上午', 90], b: ['下午', 110] })],
    taken: { s1_a: 66, s1_b: 71 },
  });
}

/** The demo's worker had a place and gave it back. */
function lunchReading(cal: Calendar): DemoActivity {
  const day = cal.next(4, 4);
  return demoActivity({
    id: 'lunch-reading',
    title: '午间共读会',
    tagline: '一个午休，读完一个短篇',
    brand: 'books',
    format: 'reading',
    description: [
      '十二点半到一点半，边吃边读，最后十五分钟说说自己停下来的那一句。',
      '这一期读一个关于火车的短篇，打印好了放在桌上。',
    ],
    rules: ['可以带午饭，请选味道轻的', '读完不剧透给旁边的人', '书房的书看完放回推车'],
    venue: VENUES.library,
    ...window(cal, day, 12, 1),
    sessions: [session('s1', '午间', hours(cal, day, '12:30', '13:30'), 36)],
    taken: { s1: 28 },
  });
}

function storyHour(cal: Calendar): DemoActivity {
  const day = cal.next(0, 10);
  return demoActivity({
    id: 'story-hour',
    title: '周日绘本故事会',
    tagline: '爸爸妈妈上班，故事陪你',
    brand: 'books',
    format: 'reading',
    description: [
      '三位职工轮流念绘本，念完一起画。家长可以坐在后排，也可以出去喝杯茶。',
      '适合三到八岁的孩子，一个名额一个家庭。',
    ],
    rules: ['进门脱鞋，带一双干净的袜子', '三岁半以下请家长陪在身边', '画好的画可以带走，也可以贴在墙上'],
    venue: VENUES.library,
    questions: [choice('age', '孩子多大', '三到四岁', '五到六岁', '七到八岁')],
    ...window(cal, day, 20, 1),
    sessions: [
      session('s1', '上午场', hours(cal, day, '10:00', '11:00'), 20),
      session('s2', '下午场', hours(cal, day, '15:00', '16:00'), 20),
    ],
    taken: { s1: 20, s2: 7 },
  });
}

function bookSwap(cal: Calendar): DemoActivity {
  const day = cal.season('04-23');
  return demoActivity({
    id: 'book-swap',
    title: '世界读书日盲盒换书',
    tagline: '包好一本书，等一个读它的人',
    brand: 'books',
    format: 'market',
    description: [
      '用牛皮纸包好一本你喜欢的书，写三个关键词，别写书名。',
      '放上长桌，再挑一包走。里面夹着上一位读者的一张小纸条。',
    ],
    rules: ['一人换一本', '纸条请写一句真心话', '品相太旧的书放到捐书箱'],
    venue: VENUES.library,
    ...window(cal, day, 14, 1),
    sessions: [session('s1', '全天', hours(cal, day, '10:00', '19:00'), 120)],
    taken: { s1: 88 },
  });
}

export const bookActivities = (cal: Calendar): DemoActivity[] =>
  [bookFair, readingChallenge, springCouplets, lunchReading, storyHour, bookSwap].map((make) => make(cal));
