import type { Venue } from '../../../types/contract/activity';

/** Places within the park, invented; near enough to each other to walk. */
export const VENUES = {
  lawn: {
    name: '药谷中央公园草坪',
    address: '生物医药产业基地药谷中路 1 号，南门进',
    latitude: 39.6812,
    longitude: 116.3305,
    holds: 800,
  },
  loop: {
    name: '药谷中央公园南门广场',
    address: '生物医药产业基地药谷中路 1 号',
    latitude: 39.6803,
    longitude: 116.3302,
  },
  hall: {
    name: '职工活动中心多功能厅',
    address: '生物医药产业基地春和街 18 号二层',
    latitude: 39.6841,
    longitude: 116.3268,
    holds: 240,
  },
  courts: {
    name: '职工活动中心球馆',
    address: '生物医药产业基地春和街 18 号一层',
    latitude: 39.684,
    longitude: 116.327,
  },
  studio: {
    name: '职工活动中心排练厅',
    address: '生物医药产业基地春和街 18 号三层',
    latitude: 39.6842,
    longitude: 116.3269,
    holds: 60,
  },
  field: { name: '药谷体育公园', address: '生物医药产业基地杏林路 6 号', latitude: 39.6875, longitude: 116.3341 },
  workshop: {
    name: '匠心实训楼',
    address: '生物医药产业基地工匠路 9 号',
    latitude: 39.6788,
    longitude: 116.3382,
    holds: 150,
  },
  auditorium: {
    name: '企业服务中心报告厅',
    address: '生物医药产业基地药谷中路 22 号一层',
    latitude: 39.6829,
    longitude: 116.3321,
    holds: 300,
  },
  library: {
    name: '药谷书房',
    address: '生物医药产业基地春和街 20 号',
    latitude: 39.6845,
    longitude: 116.3262,
    holds: 130,
  },
  station: {
    name: '工会驿站 春和街站',
    address: '生物医药产业基地春和街 2 号',
    latitude: 39.6836,
    longitude: 116.3279,
  },
  trampoline: { name: '跃谷蹦床公园', address: '生物医药产业基地星河路 31 号', latitude: 39.6901, longitude: 116.3289 },
  arcade: {
    name: '药谷会客厅',
    address: '生物医药产业基地药谷中路 40 号',
    latitude: 39.6856,
    longitude: 116.3333,
    holds: 200,
  },
} as const satisfies Record<string, Venue>;
