import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import { fieldOperators } from './match';

let made: Context | undefined;

/**
 * The engine's operators with ours in the place of those that differ from MongoDB. Made at first use, since ours are
 * built upon the engine that is given them.
 */
export function context(): Context {
  made ??= Context.init({
    accumulator: { ...accumulator },
    expression: { ...expression },
    pipeline: { ...pipeline },
    projection: { ...projection },
    query: { ...query, ...fieldOperators },
  });
  return made;
}
