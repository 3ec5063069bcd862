import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { context } from './context';
import { elementTest, type Matcher } from './match';
import type { Filter } from './store';

/** How the engine is asked everywhere: with our operators, and without scripts. */
export function engineOptions(): Partial<Options> {
  return { context: context(), scriptEnabled: false };
}

/** A filter, ready to test documents; an unknown operator or a malformed argument is refused here. */
export function matcher(filter: Filter): Matcher {
  if (Object.keys(filter).length === 0) return () => true;
  const query = new Query(filter, engineOptions());
  return (document) => query.test(document);
}

/** A condition on one element of an array, as `$elemMatch` and `$pull` have it. */
export function elementMatcher(condition: unknown): (element: unknown) => boolean {
  return elementTest(condition, engineOptions());
}
