import * as v from 'valibot';
import { id } from '../kit/fields';
import { yearNumber } from '../kit/year-number';

const month = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)));

/** What is exported, as it comes in. */
export const exportOf = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['registrations', 'attendance']), activityId: id }),
  v.strictObject({ kind: v.literal('participation'), year: yearNumber, month, enterpriseId: v.exactOptional(id) }),
  v.strictObject({ kind: v.literal('points'), year: yearNumber, month }),
  v.strictObject({ kind: v.literal('year'), year: yearNumber, enterpriseId: v.exactOptional(id) }),
]);
