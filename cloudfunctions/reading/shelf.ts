import * as v from 'valibot';
import type { BookRecord } from '../../domain/reading/book';
import type { Book } from '../../types/contract';
import type { BookId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { organizers } from './organizers';

const PAGE = 20;

export function presentBook({ _id, title, author, cover }: BookRecord): Book & { id: BookId } {
  return { id: _id, title, ...(author !== undefined && { author }), ...(cover !== undefined && { cover }) };
}

/** By title. */
export const shelf = read<'reading.shelf'>({
  policy: organizers,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '' }) {
    const found = await find<BookRecord>(
      'books',
      { titleKey: _.gt(from) },
      { orderBy: ['titleKey', 'asc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      ok: true,
      value: { items: page.map(presentBook), ...(found.length > PAGE && last && { next: last.titleKey }) },
    };
  },
});
