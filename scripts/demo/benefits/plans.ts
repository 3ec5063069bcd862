import { DAY_MS } from '../../../domain/time/shanghai';
import type { BenefitPlan } from '../../../types/contract';
import type { Calendar } from '../calendar';
import { COFFEE, COURTS, MERCHANT_SHOP, STATION } from './shops';

/** One benefit of the demo. */
export interface DemoBenefit {
  id: string;
  plan: BenefitPlan;
  /** How many of the crowd have redeemed it, as far as their points go. */
  taken: number;
  /** Of those, in how many hundredths it was verified. */
  used: number;
}

const HOUR = 3_600_000;
const ANYBODY = { eligibility: {}, listed: false } as const;
const PAID = { ...ANYBODY, perPerson: 1, cancelWithin: DAY_MS, refundExpired: true } as const;

/** What can be done with few points, and what one saves for. */
function forPoints(cal: Calendar): DemoBenefit[] {
  const season = { opensAt: cal.at(-20, '10:00'), closesAt: cal.at(25, '18:00'), useUntil: cal.at(46, '00:00') };
  const paid = { ...PAID, ...season };
  return [
    {
      id: 'trampoline',
      ...{ taken: 0, used: 0 },
      plan: {
        ...paid,
        ...{ title: '蹦床公园两小时畅玩', tagline: '下班去蹦一蹦，出一身汗', brand: 'vital', kind: 'voucher' },
        description: ['一人一张，两小时内随便跳。', '周末人多，早点到。'],
        terms: ['节假日通用', '要穿防滑袜，店里有卖', '身高 1.2 米以下要有大人陪'],
        ...{ price: 60, stock: 200, quota: { each: 20 }, shopIds: [MERCHANT_SHOP] },
      },
    },
    {
      id: 'coffee',
      ...{ taken: 160, used: 70 },
      plan: {
        ...paid,
        ...{ title: '会客厅咖啡一杯', tagline: '上午来一杯，美式拿铁都行', brand: 'books', kind: 'voucher' },
        description: ['到药谷会客厅，出示券码就能取。'],
        terms: ['工作日 8:00 到 18:00', '限中杯'],
        ...{ price: 5, stock: 200, perPerson: 2, shopIds: [COFFEE] },
      },
    },
    {
      id: 'badminton-hour',
      ...{ taken: 38, used: 60 },
      plan: {
        ...paid,
        ...{ title: '羽毛球场地一小时', tagline: '约上同事打一场', brand: 'vital', kind: 'voucher' },
        description: ['球馆 1 到 6 号场，订好时间再来。'],
        terms: ['自带球拍', '迟到不补时'],
        ...{ price: 8, stock: 38, shopIds: [COURTS] },
      },
    },
    {
      id: 'film-ticket',
      ...{ taken: 22, used: 0 },
      plan: {
        ...paid,
        ...{ title: '药谷影城电影票', tagline: '周末看场电影', brand: 'warm', kind: 'codes' },
        description: ['换到一个兑换码，在影城小程序里选座。'],
        terms: ['2D、3D 都能用', '一个码换一张票'],
        ...{ price: 10, stock: 80, cancelWithin: 0, refundExpired: false, shopIds: [] },
      },
    },
  ];
}

/** Over since the day before yesterday: the points of what was not used by then have come back. */
function over(cal: Calendar): DemoBenefit {
  return {
    id: 'tea-tasting',
    ...{ taken: 0, used: 0 },
    plan: {
      ...PAID,
      ...{ title: '新茶品鉴一席', tagline: '坐下来喝口新茶', brand: 'books', kind: 'voucher' },
      description: ['茶艺师现场泡，三款新茶都尝尝。'],
      terms: ['工作日 8:00 到 18:00', '一人一席'],
      ...{ price: 5, stock: 30, shopIds: [COFFEE] },
      ...{ opensAt: cal.at(-20, '10:00'), closesAt: cal.at(-2, '18:00'), useUntil: cal.at(-1, '00:00') },
    },
  };
}

/** What membership gives: seasons' care, by a list or for everybody. */
function forNothing(cal: Calendar): DemoBenefit[] {
  const free = { price: 0, perPerson: 1, cancelWithin: 2 * HOUR, refundExpired: false, shopIds: [STATION] };
  return [
    {
      id: 'winter-cup',
      ...{ taken: 180, used: 80 },
      plan: {
        ...free,
        ...{ title: '冬送温暖：保温杯一只', tagline: '天冷了，喝口热的', brand: 'warm', kind: 'goods' },
        ...{
          description: ['夜班和户外的同事先领，名单由单位工会报上来。'],
          terms: ['本人到驿站领', '领取时出示领取码'],
        },
        ...{ stock: 300, eligibility: {}, listed: true },
        ...{ opensAt: cal.at(-9, '09:00'), closesAt: cal.at(12, '18:00'), useUntil: cal.at(20, '00:00') },
      },
    },
    {
      id: 'book-bag',
      ...{ taken: 45, used: 90 },
      plan: {
        ...free,
        ...{ title: '书香帆布袋', tagline: '换书的时候背着它', brand: 'books', kind: 'goods' },
        ...{ description: ['职工自己画的图案，每位会员一个。'], terms: ['领完为止'], ...ANYBODY, stock: 400 },
        ...{ opensAt: cal.at(-6, '12:00'), closesAt: cal.at(18, '18:00'), useUntil: cal.at(25, '00:00') },
      },
    },
    {
      id: 'craft-day',
      ...{ taken: 0, used: 0 },
      plan: {
        ...free,
        ...{ title: '匠心工坊体验半天', tagline: '跟劳模师傅学一手', brand: 'craft', kind: 'voucher' },
        ...{ description: ['银饰、木作、钟表三选一，师傅手把手教。'], terms: ['周六上午九点，匠心实训楼集合'] },
        ...{ price: 100, stock: 24, ...ANYBODY, cancelWithin: DAY_MS, refundExpired: true, shopIds: [COURTS] },
        ...{ opensAt: cal.at(2, '10:00'), closesAt: cal.at(20, '18:00'), useUntil: cal.at(40, '00:00') },
      },
    },
    {
      id: 'summer-pack',
      ...{ taken: 60, used: 100 },
      plan: {
        ...free,
        ...{ title: '夏送清凉：防暑包', tagline: '藿香、毛巾、盐汽水', brand: 'warm', kind: 'goods' },
        ...{ description: ['给户外和高温岗位的同事。'], terms: ['本人到驿站领'], ...ANYBODY, stock: 60 },
        ...{ opensAt: cal.at(-140, '09:00'), closesAt: cal.at(-100, '18:00'), useUntil: cal.at(-90, '00:00') },
      },
    },
  ];
}

/** The benefits of the demo, around its day. */
export const demoBenefits = (cal: Calendar): DemoBenefit[] => [...forPoints(cal), over(cal), ...forNothing(cal)];
