import type { ChallengeTerms } from '../../domain/reading/challenge';
import { accept, remove } from '../../domain/reading/check-in';
import { fillByCard } from '../../domain/reading/make-up-card';
import { openReader, type ReaderRecord } from '../../domain/reading/reader';
import { type Standing, standingOf } from '../../domain/reading/standing';
import { shifted } from '../../domain/time/days';
import { startOfDay } from '../../domain/time/shanghai';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Twenty minutes a day in November and December 2026. */
export const TERMS: ChallengeTerms = {
  id: 'c1',
  startsOn: '2026-11-01',
  endsOn: '2026-12-31',
  rule: { kind: 'minutes', least: 20 },
};

/** The instant of a wall clock in Shanghai, `2026-11-20 23:59`. */
export function wall(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`);
}

/** One reader as a test tells of them: what they do is done at once, and what is refused is said. */
export class Diary {
  reader: ReaderRecord;
  readonly said: string[] = [];
  #made = 0;

  constructor(
    readonly terms = TERMS,
    joinedOn = terms.startsOn,
  ) {
    this.reader = openReader(terms, { memberId: 'm1', enterpriseId: 'e1', enterpriseName: '一厂' }, joinedOn);
  }

  /** Half past eight in the evening of each of those days. */
  readFrom(first: string, days: number): this {
    for (let at = 0; at < days; at++) this.checkIn(startOfDay(shifted(first, at)) + 20.5 * HOUR);
    return this;
  }

  /** What is made offline arrives `arrivesAt`. */
  checkIn(madeAt: number, arrivesAt?: number, minutes = 30): string {
    this.#made += 1;
    return this.send(`q${this.#made}`, madeAt, arrivesAt, minutes);
  }

  send(id: string, madeAt: number, arrivesAt?: number, minutes = 30): string {
    const arriving = { id, minutes, pages: 0, characters: 0, ...(arrivesAt !== undefined && { madeAt }) };
    const got = accept(this.reader, this.terms, arriving, arrivesAt ?? madeAt);
    if (got.kind === 'accept') this.reader = got.reader;
    const saying = got.kind === 'refuse' ? got.refusal : `${got.kind} ${got.day}`;
    this.said.push(saying);
    return saying;
  }

  removeDay(day: string, today = day): this {
    for (const { id } of this.reader.days[day] ?? []) {
      const got = remove(this.reader, id, 'organizer', startOfDay(today) + 21 * HOUR);
      if (got.kind === 'change') this.reader = got.reader;
    }
    return this;
  }

  fill(day: string, today: string): string {
    const got = fillByCard(this.reader, this.terms, day, today);
    if (got.kind === 'change') this.reader = got.reader;
    const saying = got.kind === 'change' ? 'filled' : got.refusal === 'NO_CARD' ? 'no card' : got.detail.why;
    this.said.push(saying);
    return saying;
  }

  on(today: string): Standing {
    return standingOf(this.reader, this.terms, today);
  }
}

/** `RRR-RF`: what each day is, from the first one on; R read, F filled by a card on the day after, - missed. */
export function lived(row: string, first = TERMS.startsOn, terms = TERMS): Diary {
  const diary = new Diary(terms);
  [...row].forEach((letter, at) => {
    const day = shifted(first, at);
    if (letter === 'R') diary.checkIn(startOfDay(day) + 20.5 * HOUR);
    if (letter === 'F') diary.reader = { ...diary.reader, fills: { ...diary.reader.fills, [day]: shifted(day, 1) } };
  });
  return diary;
}
