import * as v from 'valibot';
import { id } from '../kit/fields';

/** A scope as it comes in: of everything, or of one thing by its id. */
export const scope = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('enterprise'), id }),
  v.strictObject({ kind: v.literal('activity'), id }),
  v.strictObject({ kind: v.literal('shop'), id }),
]);
