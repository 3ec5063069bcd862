import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import { dates } from './expression-dates';
import { strings } from './expression-strings';
import { comparisons, roundings } from './expression-values';
import { lookup } from './lookup';
import { fieldOperators } from './match';
import { stages } from './stages';

const made = Context.init({
  accumulator: { ...accumulator },
  expression: { ...expression, ...comparisons, ...roundings, ...strings, ...dates },
  pipeline: { ...pipeline, ...stages, $lookup: lookup },
  projection: { ...projection },
  query: { ...query, ...fieldOperators },
});

/** The engine's operators, with ours in the place of those that it lacks or that differ from MongoDB. */
export function context(): Context {
  return made;
}
