import type { Chance } from './chance';

const SURNAMES = [...'林周苏陈何许沈陆江叶程顾韩方邵唐温姚白秦向乔宋杜罗谭邱柳'];
const GIVEN = [
  '晓禾',
  '予安',
  '明月',
  '立言',
  '静川',
  '知夏',
  '一帆',
  '思远',
  '佳宁',
  '若谷',
  '书瑶',
  '海峰',
  '建国',
  '春燕',
  '志强',
  '雨桐',
  '文博',
  '子墨',
  '丽',
  '磊',
  '婷',
  '洋',
  '秀兰',
  '嘉木',
  '景行',
  '小满',
] as const;

/** A name that nobody in particular has. */
export function nameBy(chance: Chance): string {
  return chance.pick(SURNAMES) + chance.pick(GIVEN);
}
