import { instantAt, wallTime } from '../../../domain/time/shanghai';
import type { CourtPlan } from '../../../types/contract/league';

/** From when until when on one day, as fields have it. */
export interface OpeningForm {
  id: string;
  day: string;
  from: string;
  until: string;
}

export interface CourtForm {
  id: string;
  name: string;
  /** Where this one is open at other times than all the others. */
  own: OpeningForm[] | null;
}

/** Courts as they are typed: most are open at the same times, which are typed once. */
export interface CourtsForm {
  courts: CourtForm[];
  openings: OpeningForm[];
}

const numbered = (prefix: string, used: readonly string[]): string => {
  for (let number = 1; ; number += 1) if (!used.includes(`${prefix}${number}`)) return `${prefix}${number}`;
};

/** `1 号台`: a name that nobody typed. */
const usualName = (number: number, word: string): string => `${number} ${word}`;

/** So many courts: those that are there stay, further ones get the next number. */
export function resized(courts: readonly CourtForm[], count: number, word: string): CourtForm[] {
  const kept = courts.slice(0, count);
  while (kept.length < count) {
    const id = numbered(
      'c',
      kept.map((court) => court.id),
    );
    kept.push({ id, name: usualName(kept.length + 1, word), own: null });
  }
  return kept;
}

/** Names that nobody typed follow what is played on the courts: `1 号台` becomes `1 号场`. */
export function renamed(courts: readonly CourtForm[], former: string, word: string): CourtForm[] {
  return courts.map((court, at) =>
    court.name === usualName(at + 1, former) ? { ...court, name: usualName(at + 1, word) } : court,
  );
}

const DAY_MS = 86_400_000;

/** One more day, most often the next one at the same time. */
export function withNextDay(openings: readonly OpeningForm[]): OpeningForm[] {
  const id = numbered(
    'o',
    openings.map((opening) => opening.id),
  );
  const last = openings.at(-1);
  if (!last) return [{ id, day: '', from: '', until: '' }];
  const at = instantAt(`${last.day}T00:00`);
  return [...openings, { ...last, id, day: at === undefined ? '' : wallTime(at + DAY_MS).slice(0, 10) }];
}

/** What a field is open for, in instants; `undefined` while it is not all there, or ends before it begins. */
export function openingFrom({ day, from, until }: OpeningForm): CourtPlan['openings'][number] | undefined {
  const [startsAt, endsAt] = [instantAt(`${day}T${from}`), instantAt(`${day}T${until}`)];
  return startsAt !== undefined && endsAt !== undefined && startsAt < endsAt ? { startsAt, endsAt } : undefined;
}

const openingsFrom = (openings: readonly OpeningForm[]): CourtPlan['openings'] =>
  openings
    .map(openingFrom)
    .filter((opening) => opening !== undefined)
    .sort((one, other) => one.startsAt - other.startsAt);

/** The courts of a plan; what of an opening is not typed yet is left out. */
export function courtsFrom({ courts, openings }: CourtsForm): CourtPlan[] {
  return courts.map(({ id, name, own }) => ({ id, name: name.trim(), openings: openingsFrom(own ?? openings) }));
}

function openingForms(openings: CourtPlan['openings']): OpeningForm[] {
  return openings.map(({ startsAt, endsAt }, at) => ({
    id: `o${at + 1}`,
    day: wallTime(startsAt).slice(0, 10),
    from: wallTime(startsAt).slice(11),
    until: wallTime(endsAt).slice(11),
  }));
}

/** What most courts have stands once for all; only others have their own. */
export function courtsForm(courts: readonly CourtPlan[]): CourtsForm {
  const forms = courts.map(({ openings }) => openingForms(openings));
  const texts = forms.map((form) => JSON.stringify(form));
  const times = (text: string): number => texts.filter((other) => other === text).length;
  const usual = texts.reduce((most, text) => (times(text) > times(most) ? text : most), texts[0] ?? '[]');
  return {
    openings: forms[texts.indexOf(usual)] ?? [],
    courts: courts.map(({ id, name }, at) => ({ id, name, own: texts[at] === usual ? null : (forms[at] ?? []) })),
  };
}

/** How long all courts are open together, minutes. */
export function openMinutes(form: CourtsForm): number {
  return courtsFrom(form)
    .flatMap(({ openings }) => openings)
    .reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / 60_000, 0);
}

const COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const countWord = (count: number): string => COUNTS[count] ?? ` ${count} `;

function partOfDay(from: string, until: string): string {
  if (from >= '17:00') return '个晚上';
  if (until <= '12:30') return '个上午';
  return from >= '12:00' && until <= '19:00' ? '个下午' : '天';
}

/** `两个晚上 18:30–21:30`; where the hours differ only `3 天`. Empty while nothing is complete. */
export function openingsWords(openings: readonly OpeningForm[]): string {
  const known = openings.filter((opening) => openingFrom(opening) !== undefined);
  const [first] = known;
  if (!first) return '';
  const days = new Set(known.map(({ day }) => day)).size;
  const alike = known.every(({ from, until }) => from === first.from && until === first.until);
  if (!alike || days !== known.length) return `${countWord(days)}天`.trim();
  return `${countWord(days)}${partOfDay(first.from, first.until)} ${first.from}–${first.until}`.trim();
}
