import { bookOf, type RuleBookRecord } from '../../domain/points/rules';
import type { RuleBook } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';

/** Rules change a few times a year. */
const BOOKS_MOST = 500;

/** All rules that were ever published; the first ones stand in the code. */
export async function publishedBooks(): Promise<RuleBook[]> {
  const options = { orderBy: ['from', 'desc'] as ['from', 'desc'], limit: BOOKS_MOST };
  return (await find<RuleBookRecord>('rulebooks', { from: _.gt('') }, options)).map(bookOf);
}
