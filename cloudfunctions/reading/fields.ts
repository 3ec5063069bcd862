import * as v from 'valibot';
import { DAY_MINUTES } from '../../domain/reading/challenge';
import { charactersOf } from '../../domain/reading/wording';

const NOTE_MOST = 500;
const PAGES_MOST = 5_000;

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** Several lines; other control characters are refused. */
const note = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/\r\n?/g, '\n').trim()),
  v.check((typed) => charactersOf(typed) <= NOTE_MOST, `at most ${NOTE_MOST} characters`),
  v.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, 'has characters that cannot be shown'),
);

/** What every check-in says, and an edit says anew. */
export const amounts = {
  minutes: whole(DAY_MINUTES),
  pages: whole(PAGES_MOST),
  note,
  shared: v.boolean(),
};
