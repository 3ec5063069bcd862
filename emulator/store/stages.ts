import { evalExpr } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { compare, isFields } from './compare';
import { isOrder, sorted } from './sort';

/** By BSON's order, missing values as null. */
function sort(rows: Iterator, order: unknown, _options: Options): Iterator {
  if (!isOrder(order)) throw new TypeError('the $sort key specification must be an object of 1 and -1');
  return rows.transform((all: unknown[]) => Lazy(sorted(all.filter(isFields), order, (document) => document)));
}

/** One row with the number of rows; none where there were none. */
function count(rows: Iterator, name: unknown, _options: Options): Iterator {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.'))
    throw new TypeError("the count field must be a non-empty string without '$' or '.'");
  return rows.transform((all: unknown[]) => Lazy(all.length === 0 ? [] : [{ [name]: all.length }]));
}

function boundariesOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length < 2)
    throw new TypeError("The $bucket 'boundaries' field must be an array of at least two values");
  const rising = value.every((bound, i) => i === 0 || compare(value[i - 1], bound) < 0);
  if (!rising) throw new TypeError("The 'boundaries' option to $bucket must be sorted, but elements are not in order");
  return value;
}

/** Each row goes where its value is at or above a boundary and below the next; buckets without rows are left out. */
function bucket(rows: Iterator, argument: unknown, options: Options): Iterator {
  if (!isFields(argument) || !Object.hasOwn(argument, 'groupBy'))
    throw new TypeError("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const { groupBy, output = { count: { $sum: 1 } } } = argument;
  const boundaries = boundariesOf(argument.boundaries);
  const hasDefault = Object.hasOwn(argument, 'default');
  return rows.transform((all: unknown[]) => {
    const buckets = boundaries.slice(0, -1).map((): unknown[] => []);
    const others: unknown[] = [];
    for (const row of all) {
      const value: unknown = evalExpr(row, groupBy, options);
      const place = boundaries.filter((bound) => compare(bound, value) <= 0).length - 1;
      if (place >= 0 && place < buckets.length) buckets[place]?.push(row);
      else if (hasDefault) others.push(row);
      else throw new TypeError('$switch could not find a matching branch for an input, and no default was specified.');
    }
    const result = (id: unknown, members: unknown[]): unknown[] => {
      const made: unknown = evalExpr(members, output, options);
      return members.length === 0 ? [] : [{ _id: id, ...(isFields(made) ? made : {}) }];
    };
    return Lazy([
      ...buckets.flatMap((members, i) => result(boundaries[i], members)),
      ...result(argument.default, others),
    ]);
  });
}

/** Stages that the engine has otherwise than MongoDB. */
export const stages = { $sort: sort, $count: count, $bucket: bucket };
