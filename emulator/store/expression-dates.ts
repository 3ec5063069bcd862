import { ObjectId } from 'bson';
import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { type Fields, isFields } from './compare';
import { formatDate, parseDate } from './date-format';
import { type Expression, isNil } from './expression-values';
import { dayOfYear, fromIsoWeek, isoWeek, isoWeekday, momentOf, type Wall, wallOf, weekOfYear } from './zone';

function dateOf(operator: string, value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  throw new TypeError(`can't convert from BSON type ${typeof value} to Date (${operator})`);
}

function zoneOf(operator: string, value: unknown): string {
  if (value === undefined) return 'UTC';
  if (typeof value !== 'string') throw new TypeError(`${operator}: timezone must evaluate to a string`);
  return value;
}

/** The argument's fields, evaluated one by one. */
function fieldsOf(operator: string, document: unknown, argument: unknown, options: Options): Fields {
  if (!isFields(argument)) throw new TypeError(`${operator} only supports an object as its argument`);
  return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, evalExpr(document, value, options)]));
}

const isSpecification = (argument: unknown): argument is Fields =>
  isFields(argument) && Object.hasOwn(argument, 'date');

/** One part of a date, of the date itself or of `{date, timezone}`; null where the date or the zone is. */
function part(operator: string, take: (wall: Wall) => number): Expression {
  return (document, argument, options) => {
    const single: unknown = Array.isArray(argument) && argument.length === 1 ? argument[0] : argument;
    const fields = isSpecification(single)
      ? fieldsOf(operator, document, single, options)
      : { date: evalExpr(document, single, options) as unknown };
    if (isNil(fields.date) || fields.timezone === null) return null;
    return take(wallOf(dateOf(operator, fields.date), zoneOf(operator, fields.timezone)));
  };
}

const dateToString: Expression = (document, argument, options) => {
  const { date, format, timezone, onNull } = fieldsOf('$dateToString', document, argument, options);
  if (isNil(date)) return onNull ?? null;
  if (timezone === null || format === null) return null;
  const zone = zoneOf('$dateToString', timezone);
  const utc = timezone === undefined || zone === 'UTC' || zone === 'GMT';
  const pattern = format ?? (utc ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L');
  if (typeof pattern !== 'string') throw new TypeError('$dateToString requires that format be a string');
  return formatDate(wallOf(dateOf('$dateToString', date), zone), pattern);
};

const dateFromString: Expression = (document, argument, options) => {
  const fields = fieldsOf('$dateFromString', document, argument, options);
  const { dateString, format, timezone } = fields;
  if (isNil(dateString)) return fields.onNull ?? null;
  try {
    if (typeof dateString !== 'string') throw new TypeError('$dateFromString requires that dateString be a string');
    const zone = timezone === undefined ? undefined : zoneOf('$dateFromString', timezone);
    return parseDate(dateString, typeof format === 'string' ? format : undefined, zone);
  } catch (error) {
    // `onError` is the caller's own decision on strings that are no dates.
    if (Object.hasOwn(fields, 'onError')) return fields.onError ?? null;
    throw error;
  }
};

const dateFromParts: Expression = (document, argument, options) => {
  const fields = fieldsOf('$dateFromParts', document, argument, options);
  if (Object.values(fields).some(isNil)) return null;
  const number = (name: string, otherwise: number): number => {
    const value = fields[name] ?? otherwise;
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw new TypeError(`'${name}' must evaluate to an integer`);
    return value;
  };
  const day = Object.hasOwn(fields, 'isoWeekYear')
    ? fromIsoWeek(number('isoWeekYear', 1970), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : { year: number('year', 1970), month: number('month', 1), day: number('day', 1) };
  const time = {
    hour: number('hour', 0),
    minute: number('minute', 0),
    second: number('second', 0),
    millisecond: number('millisecond', 0),
  };
  return momentOf({ ...day, ...time }, zoneOf('$dateFromParts', fields.timezone));
};

const dateToParts: Expression = (document, argument, options) => {
  const { date, timezone, iso8601 } = fieldsOf('$dateToParts', document, argument, options);
  if (isNil(date) || timezone === null) return null;
  const wall = wallOf(dateOf('$dateToParts', date), zoneOf('$dateToParts', timezone));
  const { hour, minute, second, millisecond } = wall;
  const { year, week } = isoWeek(wall);
  return iso8601 === true
    ? { isoWeekYear: year, isoWeek: week, isoDayOfWeek: isoWeekday(wall), hour, minute, second, millisecond }
    : { year: wall.year, month: wall.month, day: wall.day, hour, minute, second, millisecond };
};

const toDate: Expression = (document, argument, options) => {
  const value: unknown = evalExpr(document, argument, options);
  if (isNil(value)) return null;
  if (typeof value === 'number') return new Date(value);
  return typeof value === 'string' ? parseDate(value, undefined, undefined) : dateOf('$toDate', value);
};

/** Date operators with zones and calendars as MongoDB has them. */
export const dates: Record<`$${string}`, Expression> = {
  $year: part('$year', ({ year }) => year),
  $month: part('$month', ({ month }) => month),
  $dayOfMonth: part('$dayOfMonth', ({ day }) => day),
  $hour: part('$hour', ({ hour }) => hour),
  $minute: part('$minute', ({ minute }) => minute),
  $second: part('$second', ({ second }) => second),
  $millisecond: part('$millisecond', ({ millisecond }) => millisecond),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $dayOfWeek: part('$dayOfWeek', ({ weekday }) => weekday + 1),
  $isoDayOfWeek: part('$isoDayOfWeek', isoWeekday),
  $week: part('$week', weekOfYear),
  $isoWeek: part('$isoWeek', (wall) => isoWeek(wall).week),
  $isoWeekYear: part('$isoWeekYear', (wall) => isoWeek(wall).year),
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
  $dateToParts: dateToParts,
  $toDate: toDate,
};
