import { SHEET_FIELDS, type SheetField } from '../../types/contract/sheet';
import { tidy } from './tidy';

export type Field = SheetField;

/** What a sheet is for decides what it must say and what is looked at beside it. */
export const PURPOSES = {
  roster: { needs: ['name', 'phone', 'enterprise'], takes: ['employment'] },
  attendance: { needs: ['phone'], takes: ['name', 'enterprise', 'activity', 'day'] },
} as const satisfies Record<string, { needs: readonly Field[]; takes: readonly Field[] }>;
export type Purpose = keyof typeof PURPOSES;

/** `sure`: the head is a usual one. `likely`: it ends with a usual one, or its values look like it. */
export type Confidence = 'sure' | 'likely';

const HEADS: Record<Field, readonly string[]> = {
  name: ['姓名', '名字', '参加人', '参与人', '人员'],
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '移动电话', '手机电话'],
  enterprise: ['单位', '单位名称', '公司', '公司名称', '企业', '企业名称', '所在单位', '所属单位', '工作单位'],
  employment: ['用工性质', '用工形式', '用工类型', '用工方式', '就业形态', '职工类别', '人员类别', '人员类型'],
  activity: ['活动', '活动名称', '活动主题', '参加活动', '参与活动'],
  day: ['日期', '时间', '活动日期', '活动时间', '参加日期', '签到日期', '签到时间'],
};

const FIELD_OF = new Map(SHEET_FIELDS.flatMap((field) => HEADS[field].map((head) => [head, field] as const)));
/** Longest first, so that `手机号码` is not taken for the end of something shorter. */
const ENDINGS = [...FIELD_OF.keys()].sort((a, b) => b.length - a.length);

/** Whoever is meant there is not the person of the row, or it is no mobile, or it is the name of a company itself. */
const SOMEBODY_ELSE =
  /紧急|家属|家长|亲属|父|母|配偶|负责|领队|推荐|介绍|审核|填表|经办|办公|座机|固定|固话|备用|有限|责任公司|单位(?:联系|电话)|公司(?:联系|电话)|出生|入职|入会|报名(?:时间|日期)|截止/;

/** A head without blanks, remarks in brackets, stars and colons: `* 手机号（必填）：` is `手机号`. */
function headWords(text: string): string {
  return tidy(text)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*:;,，。、_/\\-]/g, '');
}

/** Which field a head means, if any. */
export function fieldOf(text: string): { field: Field; how: Confidence } | undefined {
  const words = headWords(text);
  const known = FIELD_OF.get(words);
  if (known) return { field: known, how: 'sure' };
  if (words.length > 12 || SOMEBODY_ELSE.test(words)) return undefined;
  const ending = ENDINGS.find((head) => words.endsWith(head));
  const field = ending === undefined ? undefined : FIELD_OF.get(ending);
  return field && { field, how: 'likely' };
}
