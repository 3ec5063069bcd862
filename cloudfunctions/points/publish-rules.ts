import * as v from 'valibot';
import { bookOf, earliestFrom, isConsistent, type RuleBookRecord } from '../../domain/points/rules';
import { recall } from '../../domain/request/remembered';
import { BRANDS, FORMATS } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { byId, insertOnce } from '../kit/documents';
import { day, id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';

const RULES_MOST = 100;
const MOST = 10_000;

const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(MOST));

const rule = v.variant('kind', [
  v.strictObject({
    id,
    kind: v.literal('attendance'),
    format: v.exactOptional(v.picklist(FORMATS)),
    brand: v.exactOptional(v.picklist(BRANDS)),
    points: whole(0),
  }),
  v.strictObject({ id, kind: v.literal('placing'), place: whole(1), points: whole(0) }),
  v.strictObject({ id, kind: v.literal('reading'), points: whole(0) }),
  v.strictObject({ id, kind: v.literal('streak'), days: whole(1), points: whole(0) }),
  v.strictObject({ id, kind: v.literal('volunteering'), points: whole(0) }),
]);

const cap = v.exactOptional(whole(0));
const capsOfKinds = v.strictObject({ attendance: cap, placing: cap, reading: cap, streak: cap, volunteering: cap });

export const publishRules = write<'points.publishRules'>({
  policy: staff('admin'),
  schema: v.strictObject({
    from: day,
    rules: v.pipe(
      v.array(rule),
      v.maxLength(RULES_MOST),
      v.check((rules) => isConsistent(rules), 'two rules say the same'),
    ),
    caps: v.strictObject({ day: capsOfKinds, year: capsOfKinds }),
  }),
  async run({ from, rules, caps }, { caller, request, now }) {
    const record: RuleBookRecord = { _id: from, v: 1, from, rules, caps, by: doerOf(caller), at: now, request };
    const known = await byId<RuleBookRecord>('rulebooks', from);
    const recalled = known && recall([known.request], request);
    if (recalled === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (recalled === 'same') return { ok: true, value: bookOf(known ?? record) };
    const earliest = earliestFrom(now);
    if (from < earliest) return { ok: false, refusal: 'TOO_SOON', detail: { earliest } };
    if (known || !(await insertOnce('rulebooks', record))) return { ok: false, refusal: 'TAKEN', detail: { from } };
    return { ok: true, value: bookOf(record) };
  },
});
