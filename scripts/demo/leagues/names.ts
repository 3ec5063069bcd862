/** Teams that want to play, and how many of them are there yet; the worker's own comes first, and two are missing. */
export const ESPORTS_TEAMS: readonly (readonly [name: string, size: number])[] = [
  ['禾芩不掉线', 3],
  ['质检零失误', 7],
  ['冷链冲锋队', 5],
  ['夜班五人组', 5],
  ['无尘车间', 6],
  ['移液枪法', 5],
  ['抗体来了', 5],
  ['二楼网速快', 5],
  ['复方全明星', 5],
  ['细胞分裂', 5],
  ['快递准时达', 6],
  ['半夏不摸鱼', 2],
  ['园区最后一班', 5],
  ['基因突突突', 1],
  ['云影像', 5],
];

/** Each of an enterprise of its own, eight or more to a rope. */
export const ROPE_TEAMS: readonly (readonly [name: string, size: number])[] = [
  ['岫川细胞队', 9],
  ['栎川基因队', 8],
  ['禾芩制药队', 10],
  ['砚苓饮片队', 8],
  ['谷屿冷链队', 9],
  ['守拙保安队', 8],
  ['长桥车队', 10],
  ['晨橘餐饮队', 8],
  ['明砾洁净队', 8],
  ['朴筠制剂队', 9],
  ['缦云影像队', 8],
];

export const PAIRS: readonly string[] = [
  '风雨无阻',
  '前后场',
  '正手反手',
  '两把旧拍',
  '一高一低',
  '周三老地方',
  '球网两边',
  '羽中人',
  '快慢组合',
  '边线压死',
  '医械双打',
  '不服再来',
];
