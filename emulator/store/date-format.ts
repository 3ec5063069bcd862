import { dayOfYear, fromIsoWeek, isoWeek, isoWeekday, momentOf, type Wall, weekOfYear } from './zone';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

function zoneText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`;
}

const SPECIFIERS: Record<string, (wall: Wall) => string> = {
  Y: ({ year }) => padded(year, 4),
  m: ({ month }) => padded(month, 2),
  d: ({ day }) => padded(day, 2),
  H: ({ hour }) => padded(hour, 2),
  M: ({ minute }) => padded(minute, 2),
  S: ({ second }) => padded(second, 2),
  L: ({ millisecond }) => padded(millisecond, 3),
  j: (wall) => padded(dayOfYear(wall), 3),
  w: ({ weekday }) => String(weekday + 1),
  u: (wall) => String(isoWeekday(wall)),
  U: (wall) => padded(weekOfYear(wall), 2),
  V: (wall) => padded(isoWeek(wall).week, 2),
  G: (wall) => padded(isoWeek(wall).year, 4),
  b: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  B: ({ month }) => MONTHS[month - 1] ?? '',
  z: ({ offset }) => zoneText(offset),
  Z: ({ offset }) => `${offset < 0 ? '' : '+'}${offset}`,
  '%': () => '%',
};

/** `$dateToString`'s pattern filled in; an unknown specifier is refused. */
export function formatDate(wall: Wall, pattern: string): string {
  if (wall.year < 0 || wall.year > 9999) throw new TypeError(`$dateToString cannot format the year ${wall.year}`);
  return pattern.replace(/%(.?)/gs, (_, name: string) => {
    const specifier = SPECIFIERS[name];
    if (!specifier) throw new TypeError(`Invalid format character '%${name}' in format string`);
    return specifier(wall);
  });
}

const READERS: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  L: '(?<L>\\d{1,3})',
  j: '(?<j>\\d{1,3})',
  G: '(?<G>\\d{4})',
  V: '(?<V>\\d{1,2})',
  u: '(?<u>[1-7])',
  b: '(?<b>[A-Za-z]{3})',
  B: '(?<B>[A-Za-z]{3,9})',
  z: '(?<z>Z|[+-]\\d{2}:?(?:\\d{2})?)',
  Z: '(?<Z>[+-]\\d{1,4})',
  '%': '%',
};

function monthOf(name: string): number {
  const at = MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase());
  if (at === -1) throw new TypeError(`unknown month: ${name}`);
  return at + 1;
}

function readZone(groups: Record<string, string | undefined>, zone: string | undefined): string {
  const inText = groups.z ?? (groups.Z === undefined ? undefined : zoneText(Number(groups.Z)));
  if (inText !== undefined && zone !== undefined)
    throw new TypeError(
      '$dateFromString: you cannot pass in a date/time string with time zone information together with a timezone argument',
    );
  return inText ?? zone ?? 'UTC';
}

function dayFrom(groups: Record<string, string | undefined>): { year: number; month: number; day: number } {
  const number = (name: string, otherwise: number): number => Number(groups[name] ?? otherwise);
  if (groups.G !== undefined) return fromIsoWeek(number('G', 1970), number('V', 1), number('u', 1));
  if (groups.Y === undefined) throw new TypeError('$dateFromString: the year is missing');
  if (groups.j !== undefined) return { year: number('Y', 1970), month: 1, day: number('j', 1) };
  const name = groups.b ?? groups.B;
  return { year: number('Y', 1970), month: name === undefined ? number('m', 1) : monthOf(name), day: number('d', 1) };
}

function fromGroups(text: string, groups: Record<string, string | undefined>, zone: string | undefined): Date {
  const day = dayFrom(groups);
  const [hour, minute, second] = [Number(groups.H ?? 0), Number(groups.M ?? 0), Number(groups.S ?? 0)];
  const millisecond = Number((groups.L ?? '0').padEnd(3, '0'));
  const last = new Date(Date.UTC(day.year, day.month, 0)).getUTCDate();
  const carried = groups.j === undefined && (day.month < 1 || day.month > 12 || day.day < 1 || day.day > last);
  if (carried || hour > 23 || minute > 59 || second > 59) throw new TypeError(`Error parsing date string '${text}'`);
  return momentOf({ ...day, hour, minute, second, millisecond }, readZone(groups, zone));
}

const ISO =
  /^(?<Y>\d{4})-(?<m>\d{1,2})(?:-(?<d>\d{1,2}))?(?:[T ](?<H>\d{1,2}):(?<M>\d{2})(?::(?<S>\d{2})(?:\.(?<L>\d{1,3})\d*)?)?\s*(?<z>Z|[+-]\d{2}:?(?:\d{2})?)?)?$/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A date from a string, by the pattern or else as ISO 8601 writes it; without a zone in either it is UTC. */
export function parseDate(text: string, pattern: string | undefined, zone: string | undefined): Date {
  let reader = ISO;
  if (pattern !== undefined) {
    const parts = pattern.split(/(%.)/s).map((part) => {
      if (!part.startsWith('%')) return escaped(part);
      const known = READERS[part.slice(1)];
      if (known === undefined) throw new TypeError(`Invalid format character '${part}' in format string`);
      return known;
    });
    reader = new RegExp(`^${parts.join('')}$`);
  }
  const groups = reader.exec(text)?.groups;
  if (!groups) throw new TypeError(`Error parsing date string '${text}'`);
  return fromGroups(text, groups, zone);
}
