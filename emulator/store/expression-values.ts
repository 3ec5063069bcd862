import { evalExpr } from 'mingo/core';
import { $round, $trunc } from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import { compare, isFields } from './compare';

/** An operator of aggregation expressions, as the engine calls it: the document, the unevaluated argument, its options. */
export type Expression = (document: unknown, argument: unknown, options: Options) => unknown;

export const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Arguments of an operator that takes a list, evaluated; one alone may stand without brackets. */
export function argumentsOf(document: unknown, argument: unknown, options: Options): unknown[] {
  const value: unknown = evalExpr(document, argument, options);
  return Array.isArray(argument) && Array.isArray(value) ? value : [value];
}

function compares(operator: string, result: (order: number) => unknown): Expression {
  return (document, argument, options) => {
    const values = argumentsOf(document, argument, options);
    if (values.length !== 2) throw new TypeError(`Expression ${operator} takes exactly 2 arguments`);
    const [left, right] = values;
    // Here a missing field is less than null, unlike in filters.
    const order =
      left === undefined || right === undefined
        ? Number(right === undefined) - Number(left === undefined)
        : compare(left, right);
    return result(order);
  };
}

/** Comparisons of whole values over all kinds: the engine's look into arrays, and compare within one kind only. */
export const comparisons: Record<`$${string}`, Expression> = {
  $eq: compares('$eq', (order) => order === 0),
  $ne: compares('$ne', (order) => order !== 0),
  $gt: compares('$gt', (order) => order > 0),
  $gte: compares('$gte', (order) => order >= 0),
  $lt: compares('$lt', (order) => order < 0),
  $lte: compares('$lte', (order) => order <= 0),
  $cmp: compares('$cmp', (order) => Math.sign(order)),
};

/** A number alone may stand for the list of it: the SDK sends one where no place is named, which the engine refuses. */
const listed =
  (operator: typeof $trunc): Expression =>
  (document, argument, options) =>
    operator(isFields(document) ? document : {}, Array.isArray(argument) ? argument : [argument], options);

export const roundings: Record<`$${string}`, Expression> = { $round: listed($round), $trunc: listed($trunc) };
