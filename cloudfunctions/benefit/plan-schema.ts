import * as v from 'valibot';
import { BENEFIT_KINDS, type BenefitPlan } from '../../types/contract';
import { BRANDS, EMPLOYMENTS } from '../../types/vocabulary';
import { fields, id, text } from '../kit/fields';

const MOST = { paragraphs: 30, enterprises: 100, shops: 40 };

const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Whole; how many there can be is for the rules to say, by name. */
const amount = v.pipe(v.number(), v.safeInteger());
const paragraphs = v.pipe(v.array(text(1, 1_000)), v.maxLength(MOST.paragraphs));

const quota = v.strictObject({
  each: v.exactOptional(amount),
  own: v.exactOptional(
    v.pipe(
      fields,
      v.record(id, amount),
      v.check((own) => Object.keys(own).length <= MOST.enterprises, `at most ${MOST.enterprises} enterprises`),
    ),
  ),
});

/** A plan as it comes in: its shape alone. Whether it makes sense is for the rules to say. */
export const planSchema: v.GenericSchema<unknown, BenefitPlan> = v.strictObject({
  title: text(1, 60),
  tagline: text(0, 60),
  brand: v.picklist(BRANDS),
  kind: v.picklist(BENEFIT_KINDS),
  description: paragraphs,
  terms: paragraphs,
  price: amount,
  stock: amount,
  perPerson: amount,
  quota: v.exactOptional(quota),
  eligibility: v.strictObject({
    enterprises: v.exactOptional(v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST.enterprises))),
    employments: v.exactOptional(v.pipe(v.array(v.picklist(EMPLOYMENTS)), v.minLength(1), v.maxLength(2))),
  }),
  listed: v.boolean(),
  opensAt: instant,
  closesAt: instant,
  useUntil: instant,
  cancelWithin: amount,
  refundExpired: v.boolean(),
  shopIds: v.pipe(v.array(id), v.maxLength(MOST.shops)),
});
