import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { type Paged, usePages } from '../../cloud/use-pages';

type ShelfPage = ValueOf<OpOf<'reading.shelf'>>;
export type ShelfBook = ShelfPage['items'][number];

/** The park's books, twenty at a time. */
export function useShelf(): Paged<ShelfBook, ShelfPage, RefusedBy<'reading.shelf'>> {
  const version = useAnswers(({ versions }) => versions['reading.shelf'] ?? 0);
  return usePages<ShelfBook, ShelfPage, RefusedBy<'reading.shelf'>>('shelf', version, (cursor) =>
    call('reading.shelf', cursor === undefined ? {} : { cursor }),
  );
}
