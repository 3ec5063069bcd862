import { instantAt, wallTime } from '../../../domain/time/shanghai';
import type { BenefitKind, BenefitPlan } from '../../../types/contract/benefit';
import type { Brand, Employment, EnterpriseId, ShopId } from '../../../types/vocabulary';

/** A benefit as it is typed: everything a text, so that it can be half done. */
export interface BenefitForm {
  title: string;
  tagline: string;
  brand: Brand | '';
  kind: BenefitKind;
  /** A paragraph a line. */
  description: string;
  /** One a line. */
  terms: string;
  price: string;
  stock: string;
  perPerson: string;
  quotaEach: string;
  /** Quotas of single enterprises: kept here, shown as how many there are. */
  quotaOwn: Record<EnterpriseId, number>;
  employments: Employment[];
  enterprises: EnterpriseId[];
  listed: boolean;
  /** As a date field has it; see ui/date-time. */
  opensAt: string;
  closesAt: string;
  useUntil: string;
  /** Hours within which it may be given back; 0: never. */
  cancelHours: string;
  refundExpired: boolean;
  shopIds: ShopId[];
}

export const EMPTY_BENEFIT: BenefitForm = {
  ...{ title: '', tagline: '', brand: '', kind: 'voucher', description: '', terms: '' },
  ...{ price: '', stock: '', perPerson: '1', quotaEach: '', quotaOwn: {}, employments: [], enterprises: [] },
  ...{ listed: false, opensAt: '', closesAt: '', useUntil: '', cancelHours: '24', refundExpired: true, shopIds: [] },
};

const HOUR_MS = 3_600_000;

export function formFrom(plan: BenefitPlan): BenefitForm {
  const { title, tagline, brand, kind, listed, refundExpired, shopIds, eligibility, quota } = plan;
  return {
    ...{ title, tagline, brand, kind, listed, refundExpired, shopIds },
    description: plan.description.join('\n'),
    terms: plan.terms.join('\n'),
    price: String(plan.price),
    stock: String(plan.stock),
    perPerson: String(plan.perPerson),
    quotaEach: quota?.each === undefined ? '' : String(quota.each),
    quotaOwn: quota?.own ?? {},
    employments: eligibility.employments ?? [],
    enterprises: eligibility.enterprises ?? [],
    opensAt: wallTime(plan.opensAt),
    closesAt: wallTime(plan.closesAt),
    useUntil: wallTime(plan.useUntil),
    cancelHours: String(plan.cancelWithin / HOUR_MS),
  };
}

const numberOf = (typed: string): number | undefined =>
  /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '');

/** Half an hour is a time as well; milliseconds come out whole. */
const hoursOf = (typed: string): number | undefined =>
  /^\d{1,4}(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed.trim()) * HOUR_MS) : undefined;

/** What is wrong, in words, by the field: the server checks the same and has the last word. */
export type BenefitFaults = Partial<Record<keyof BenefitForm, string>>;

const outside = (typed: string, least: number, most: number): string | undefined => {
  const number = numberOf(typed);
  return number === undefined || number < least || number > most ? `请填 ${least} 到 ${most} 的整数` : undefined;
};

function timeFaults(form: BenefitForm): BenefitFaults {
  const [opensAt, closesAt, useUntil] = [form.opensAt, form.closesAt, form.useUntil].map(instantAt);
  const before = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && b < a;
  return {
    ...(opensAt === undefined && { opensAt: '请选开始时间' }),
    ...(closesAt === undefined && { closesAt: '请选截止时间' }),
    ...(before(opensAt, closesAt) && { closesAt: '截止要晚于开始' }),
    ...(useUntil === undefined && { useUntil: '请选用到什么时候' }),
    ...(before(closesAt, useUntil) && { useUntil: '不能早于兑换截止' }),
  };
}

export function benefitFaults(form: BenefitForm): BenefitFaults {
  const numbers: [keyof BenefitForm, string | undefined][] = [
    ['price', form.listed ? undefined : outside(form.price, 0, 100_000)],
    ['stock', form.kind === 'codes' ? undefined : outside(form.stock, 1, 100_000)],
    ['perPerson', outside(form.perPerson, 1, 20)],
    ['quotaEach', form.quotaEach.trim() === '' ? undefined : outside(form.quotaEach, 0, 100_000)],
    ['cancelHours', hoursOf(form.cancelHours) === undefined ? '请填几小时，不能退填 0' : undefined],
  ];
  const wrong = numbers.flatMap(([field, words]): [string, string][] => (words === undefined ? [] : [[field, words]]));
  return {
    ...(form.title.trim() === '' && { title: '请填写名称' }),
    ...(form.tagline.trim() === '' && { tagline: '请用一句话介绍' }),
    ...(form.brand === '' && { brand: '请选一个品牌' }),
    ...(form.kind !== 'codes' && form.shopIds.length === 0 && { shopIds: '请选在哪里用' }),
    ...(form.shopIds.length > 20 && { shopIds: '最多选 20 家' }),
    ...timeFaults(form),
    ...Object.fromEntries(wrong),
  };
}

function eligibilityOf({ enterprises, employments }: BenefitForm): BenefitPlan['eligibility'] {
  return {
    ...(enterprises.length > 0 && { enterprises }),
    ...(employments.length > 0 && { employments }),
  };
}

function quotaOf({ quotaEach, quotaOwn }: BenefitForm): BenefitPlan['quota'] {
  const each = numberOf(quotaEach);
  const own = Object.keys(quotaOwn).length > 0 ? { own: quotaOwn } : {};
  if (each === undefined && !('own' in own)) return undefined;
  return { ...(each === undefined ? {} : { each }), ...own };
}

/** The plan that a form without faults says; `undefined` where a field still does not. */
export function planFrom(form: BenefitForm, imported: number): BenefitPlan | undefined {
  const [opensAt, closesAt, useUntil] = [form.opensAt, form.closesAt, form.useUntil].map(instantAt);
  const { brand, kind, listed, refundExpired } = form;
  if (brand === '' || opensAt === undefined || closesAt === undefined || useUntil === undefined) return undefined;
  const quota = quotaOf(form);
  return {
    title: form.title.trim(),
    tagline: form.tagline.trim(),
    ...{ brand, kind, listed, refundExpired, opensAt, closesAt, useUntil },
    description: linesOf(form.description),
    terms: linesOf(form.terms),
    price: listed ? 0 : (numberOf(form.price) ?? 0),
    // Codes are counted by what was imported.
    stock: kind === 'codes' ? imported : (numberOf(form.stock) ?? 0),
    perPerson: numberOf(form.perPerson) ?? 1,
    ...(quota === undefined ? {} : { quota }),
    eligibility: eligibilityOf(form),
    cancelWithin: hoursOf(form.cancelHours) ?? 0,
    shopIds: kind === 'codes' ? [] : form.shopIds,
  };
}

const FIELD_NAMES: Record<keyof BenefitForm, string> = {
  title: '名称',
  tagline: '一句话介绍',
  brand: '品牌',
  kind: '种类',
  description: '介绍',
  terms: '须知',
  price: '要多少积分',
  stock: '一共多少份',
  perPerson: '每人最多',
  quotaEach: '每个单位最多',
  quotaOwn: '单个单位的份额',
  employments: '职工类别',
  enterprises: '单位',
  listed: '按名单发放',
  opensAt: '兑换开始',
  closesAt: '兑换截止',
  useUntil: '用到什么时候',
  cancelHours: '几小时内可退',
  refundExpired: '到期退积分',
  shopIds: '在哪里用',
};

/** Parts of a plan that are called otherwise on the form. */
const ON_FORM: Record<string, keyof BenefitForm> = {
  quota: 'quotaEach',
  eligibility: 'enterprises',
  cancelWithin: 'cancelHours',
};

const isField = (name: string): name is keyof BenefitForm => name in FIELD_NAMES;

/** What the server found wrong, by the fields' names: `名称、库存`. */
export function issueNames(paths: readonly string[]): string {
  const names = paths.map((path) => {
    const head = path.replace(/^plan\./, '').split('.')[0] ?? '';
    const field = ON_FORM[head] ?? head;
    return isField(field) ? FIELD_NAMES[field] : undefined;
  });
  return [...new Set(names.filter((name) => name !== undefined))].join('、');
}
