import * as v from 'valibot';
import { rulesOn } from '../../domain/points/rules';
import { dayOf } from '../../domain/time/shanghai';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { publishedBooks } from '../kit/rule-books';

export const rules = read<'points.rules'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { now }) {
    const books = await publishedBooks();
    const today = dayOf(now);
    const coming = books.filter(({ from }) => from > today).sort((a, b) => (a.from < b.from ? -1 : 1));
    return { ok: true, value: { today: rulesOn(books, today), coming, now } };
  },
});
