import * as v from 'valibot';
import { startOfDay } from '../../domain/time/shanghai';

/**
 * Named values, as an input has them: valibot's own record takes a list too, and drops names like `constructor`
 * without a word.
 */
export const fields = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'expects named fields',
);

/** Ids that the server made, or that an organizer gave an activity, an enterprise or a session. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expects an id'));

export const day = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return startOfDay(text) >= 0;
    } catch {
      // What is no day is the very thing asked about.
      return false;
    }
  }, 'expects a day, YYYY-MM-DD'),
);

export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expects a month, YYYY-MM'));

/** A text of some length after its blanks are trimmed; control characters are refused. */
export function text(least: number, most: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(least, `at least ${least} characters`),
    v.maxLength(most, `at most ${most} characters`),
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has characters that cannot be shown'),
  );
}

/** Where a page goes on: the sort key of the last item before it. */
export const cursor = text(1, 120);
