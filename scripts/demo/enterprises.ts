import type { EnterpriseRecord } from '../../domain/member/member';
import { gramsOf } from '../../domain/search/grams';
import type { EnterpriseId } from '../../types/vocabulary';

/** Invented, every one of them; among the last are those whose people ride and drive. */
const NAMES = [
  '禾芩生物制药',
  '沅芷医疗器械',
  '砚苓中药饮片',
  '桐芮疫苗研究院',
  '蒲辰诊断试剂',
  '苒石医用材料',
  '澜芪药业',
  '岫川细胞治疗',
  '榆茗健康食品',
  '栎川基因检测',
  '缦云医学影像',
  '知蓟药物研发',
  '朴筠制剂',
  '青杼包装材料',
  '霁野动物保健',
  '汐穗营养科技',
  '枳舟临床研究服务',
  '明砾洁净工程',
  '芷柚口腔器材',
  '谷屿冷链仓储',
  '弦月眼科器械',
  '半夏里中医馆',
  '拾穗实验动物中心',
  '若榆生物试剂',
  '云蓼药用辅料',
  '鹿芥康复器械',
  '棠序医药信息',
  '恬泽注射用水设备',
  '繁露抗体工程',
  '簇青植物提取',
  '迟砚药品检验所',
  '予木环保科技',
  '药谷园区物业与综合保障服务中心（南区）',
  '晨橘职工餐饮',
  '守拙保安服务',
  '快橙同城配送药谷站',
  '小满外卖药谷站',
  '顺榆网约车队',
  '稻禾快递生物医药基地营业部',
  '长桥货运车队',
] as const;

export function enterpriseId(index: number): EnterpriseId {
  return `e${String(index + 1).padStart(2, '0')}`;
}

/** Where couriers, riders and drivers are organized. */
export const NEW_FORM_ENTERPRISES: readonly EnterpriseId[] = NAMES.flatMap((name, index) =>
  /配送|外卖|网约车|快递|货运/.test(name) ? [enterpriseId(index)] : [],
);

export const ENTERPRISES: readonly EnterpriseRecord[] = NAMES.map((name, index) => ({
  _id: enterpriseId(index),
  v: 1,
  name,
  nameKey: `${name}_${enterpriseId(index)}`,
  grams: gramsOf(name),
}));
