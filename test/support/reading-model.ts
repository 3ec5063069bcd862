const WALL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const HOUR = 3_600_000;

const QUARTER = HOUR / 4;
const asked = new Map<number, string>();

/** The calendar's day of an instant, by the time zone data of the machine: asked once for each quarter of an hour. */
export function wallDay(at: number): string {
  const quarter = Math.floor(at / QUARTER);
  const known = asked.get(quarter);
  if (known !== undefined) return known;
  const day = WALL.format(at);
  asked.set(quarter, day);
  return day;
}

/** Noon of a day and of those that follow, by stepping through them one at a time. */
export function wallDays(first: string, count: number): string[] {
  const noon = new Date(`${first}T12:00:00+08:00`).getTime();
  return Array.from({ length: count }, (_, at) => wallDay(noon + at * 24 * HOUR));
}

interface Line {
  id: string;
  day: string;
  minutes: number;
}

/** What a reader has, as the model counts it; in the order in which people ask. */
export interface Told {
  current: number;
  longest: number;
  days: number;
  /** Below zero: owed. */
  cards: number;
  badges: string;
  /** Every counting day with its number in its streak. */
  rows: string;
}

const BADGES: [string, number][] = [
  ['first-day', 1],
  ['days-7', 7],
  ['days-21', 21],
  ['days-50', 50],
  ['days-100', 100],
];

/**
 * The rules of reading told over a list of lines and a row of letters: R for a day that was read, F for one that a card
 * fills, - for one that was missed. Everything is counted anew at every question.
 */
export class ReadingModel {
  readonly lines: Line[] = [];
  /** Lines that were taken away, as long as they are known. */
  gone: Line[] = [];
  readonly lateDays: string[] = [];
  /** Every card that was used: the day that it fills, and when. */
  readonly cards: { fills: string; on: string }[] = [];

  constructor(
    readonly days: readonly string[],
    readonly least: number,
    readonly joined: string,
  ) {}

  arrive(id: string, minutes: number, madeAt: number, now: number): string {
    const known = this.lines.find((line) => line.id === id);
    if (known) return `known ${known.day}`;
    const gone = this.gone.find((line) => line.id === id);
    if (gone) return `gone ${gone.day}`;
    const day = wallDay(madeAt > now ? now : madeAt);
    if (!this.days.includes(day)) return 'outside';
    if (day < this.joined) return 'before joining';
    if (day !== wallDay(now)) {
      const midnight = new Date(`${day}T24:00:00+08:00`).getTime();
      if (now - midnight > 48 * HOUR) return 'too late';
      if (!this.lateDays.includes(day)) {
        const inMonth = this.lateDays.filter((each) => each.slice(0, 7) === day.slice(0, 7));
        if (inMonth.length === 2) return 'late days used';
        this.lateDays.push(day);
      }
    }
    this.lines.push({ id, day, minutes });
    return `accepted ${day}`;
  }

  edit(id: string, minutes: number, now: number): string {
    const line = this.lines.find((each) => each.id === id);
    if (!line) return 'none';
    if (line.day !== wallDay(now)) return 'over';
    line.minutes = minutes;
    return 'done';
  }

  remove(id: string, anyTime: boolean, now: number): string {
    if (this.gone.some((each) => each.id === id)) return 'known';
    const line = this.lines.find((each) => each.id === id);
    if (!line) return 'none';
    if (!anyTime && line.day !== wallDay(now)) return 'over';
    this.lines.splice(this.lines.indexOf(line), 1);
    // Each removal clears away what was removed of days that nothing can arrive for any more.
    const recent = this.gone.filter((each) => wallDays(each.day, 5).includes(wallDay(now)));
    this.gone = [...recent, line];
    return 'done';
  }

  #isRead(day: string): boolean {
    let minutes = 0;
    for (const line of this.lines) if (line.day === day) minutes += line.minutes;
    return minutes >= this.least;
  }

  #letter(day: string): string {
    if (this.#isRead(day)) return 'R';
    return this.cards.some(({ fills }) => fills === day) ? 'F' : '-';
  }

  /** From joining up to today; today only if something is there already. */
  #letters(today: string): { days: string[]; row: string } {
    const days = this.days.filter((day) => day >= this.joined && day <= today);
    const row = days.map((day) => this.#letter(day)).join('');
    return days.at(-1) === today && row.endsWith('-')
      ? { days: days.slice(0, -1), row: row.slice(0, -1) }
      : { days, row };
  }

  /** The number of each counting day in its streak. */
  #rows(days: string[], row: string): Map<string, number> {
    const rows = new Map<string, number>();
    days.forEach((day, at) => {
      if (row[at] !== 'R') return;
      const streak =
        row
          .slice(0, at + 1)
          .split('-')
          .at(-1) ?? '';
      rows.set(day, streak.replaceAll('F', '').length);
    });
    return rows;
  }

  #cardsAt(rows: Map<string, number>): number {
    const standing = this.cards.filter(({ fills }) => !this.#isRead(fills));
    const earned = [...rows].filter(([, number]) => number % 7 === 0).map(([day]) => day);
    let cards = 0;
    for (const day of [...new Set([...earned, ...standing.map(({ on }) => on)])].sort()) {
      if (earned.includes(day)) cards += 1;
      cards -= standing.filter(({ on }) => on === day).length;
      if (cards > 2) cards = 2;
    }
    return cards;
  }

  fill(fills: string, today: string): string {
    const back = wallDays(fills, 4).indexOf(today);
    const asked = this.days.includes(fills) && fills >= this.joined && back > 0 && this.#letter(fills) === '-';
    if (!asked) return 'not fillable';
    if (this.tell(today).cards <= 0) return 'no card';
    this.cards.push({ fills, on: today });
    return 'filled';
  }

  tell(today: string): Told {
    const { days, row } = this.#letters(today);
    const streaks = row.split('-');
    const rows = this.#rows(days, row);
    const longest = Math.max(...streaks.map((streak) => streak.length));
    const read = [...rows.keys()];
    const badges = BADGES.flatMap(([badge, count]) => (read.length >= count ? [`${badge} ${read[count - 1]}`] : []));
    if (longest === this.days.length) badges.push(`whole ${this.days.at(-1)}`);
    return {
      current: streaks.at(-1)?.length ?? 0,
      longest,
      days: read.length,
      cards: this.#cardsAt(rows),
      badges: badges.join(),
      rows: [...rows].join(';'),
    };
  }
}
