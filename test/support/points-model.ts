import type { EarningKind } from '../../types/contract';

/** One single point in somebody's hands. */
interface Point {
  /** The year that it is of; absent in those that came back late. */
  year?: number;
  /** The first millisecond at which it is gone. */
  until: number;
}

/** One thing that happened, and the points that it moved. */
interface Deed {
  /** Those that were put into their hands, or taken out of them. */
  points: Point[];
  /** All that it brought or took, those that settled a debt or made one with them. */
  worth: number;
  earned?: { kind: EarningKind; day: string; year: number };
}

const WALL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const MONTH = 30 * 24 * 3_600_000;

/** The first millisecond of a year in Shanghai, as the calendar of the machine knows it. */
function newYear(year: number): number {
  return new Date(`${year}-01-01T00:00:00+08:00`).getTime();
}

/**
 * The rules of points said over single points, each with its own end: nothing is summed up in advance, everything is
 * counted anew. `daysBack`: for a deed older than that the cap of a day is not asked.
 */
export class PointsModel {
  hand: Point[] = [];
  debt = 0;
  expired = 0;
  readonly deeds = new Map<string, Deed>();
  /** Deeds whose effect has ended. */
  readonly ended = new Set<string>();

  constructor(
    readonly caps: { day: Partial<Record<EarningKind, number>>; year: Partial<Record<EarningKind, number>> },
    readonly daysBack: number,
  ) {}

  /** With what is booked, and only then: where nothing is, a clock that is behind may still see what has ended. */
  #letExpire(now: number): void {
    const gone = this.hand.filter(({ until }) => until <= now);
    this.expired += gone.length;
    this.hand = this.hand.filter((point) => !gone.includes(point));
  }

  #give(points: Point[]): Point[] {
    const kept: Point[] = [];
    for (const point of points) {
      if (this.debt > 0) this.debt -= 1;
      else kept.push(point);
    }
    this.hand.push(...kept);
    return kept;
  }

  #newPoint(on: number, now: number): Point {
    const year = Number(WALL.format(on).slice(0, 4));
    const until = newYear(year + 2);
    return until > now ? { year, until } : { until: now + MONTH };
  }

  /** What was earned of a kind, and not taken back, where the deed is one of those asked for. */
  #earned(kind: EarningKind, when: (of: { day: string; year: number }) => boolean): number {
    let sum = 0;
    for (const [id, { earned, worth }] of this.deeds) {
      if (earned?.kind === kind && when(earned) && !this.ended.has(id)) sum += worth;
    }
    return sum;
  }

  earn(id: string, kind: EarningKind, wanted: number, on: number, now: number): void {
    if (this.deeds.has(id)) return;
    this.#letExpire(now);
    const day = WALL.format(on);
    const year = Number(day.slice(0, 4));
    const remembered = day >= WALL.format(now - this.daysBack * 24 * 3_600_000);
    let worth = 0;
    while (worth < wanted) {
      const inDay = this.#earned(kind, (earned) => earned.day === day) + worth;
      const inYear = this.#earned(kind, (earned) => earned.year === year) + worth;
      if (remembered && inDay >= (this.caps.day[kind] ?? Number.POSITIVE_INFINITY)) break;
      if (inYear >= (this.caps.year[kind] ?? Number.POSITIVE_INFINITY)) break;
      worth += 1;
    }
    const points = this.#give(Array.from({ length: worth }, () => this.#newPoint(on, now)));
    this.deeds.set(id, { points, worth, earned: { kind, day, year } });
  }

  grant(id: string, worth: number, on: number, now: number): void {
    if (this.deeds.has(id)) return;
    this.#letExpire(now);
    const points = this.#give(Array.from({ length: worth }, () => this.#newPoint(on, now)));
    this.deeds.set(id, { points, worth });
  }

  /** The one that ends soonest, of those that are meant. */
  #takeOne(which: (point: Point) => boolean = () => true): Point | undefined {
    const meant = this.hand.filter(which);
    const [soonest] = meant.sort((a, b) => a.until - b.until);
    if (soonest) this.hand.splice(this.hand.indexOf(soonest), 1);
    return soonest;
  }

  /** How many there are where they do not suffice. */
  spend(id: string, price: number, now: number): number | 'spent' {
    const has = this.hand.filter(({ until }) => until > now).length;
    if (has < price) return has;
    if (price === 0) return 'spent';
    this.#letExpire(now);
    const points: Point[] = [];
    while (points.length < price) points.push(this.#takeOne() ?? { until: 0 });
    this.deeds.set(id, { points, worth: price });
    return 'spent';
  }

  refund(id: string, now: number): void {
    const deed = this.deeds.get(id);
    if (!deed || this.ended.has(id)) return;
    this.#letExpire(now);
    this.ended.add(id);
    this.#give(deed.points.map((point) => (point.until > now ? point : { until: now + MONTH })));
  }

  takeBack(id: string, now: number): void {
    const deed = this.deeds.get(id);
    if (!deed || this.ended.has(id)) return;
    this.#letExpire(now);
    this.ended.add(id);
    const [own] = deed.points;
    const ofOwnLot = (point: Point) => own !== undefined && point.until === own.until && point.year === own.year;
    for (let left = deed.worth; left > 0; left--) {
      if (!this.#takeOne(ofOwnLot) && !this.#takeOne()) this.debt += 1;
    }
  }

  /** How many of those in their hands end when. */
  ends(now: number): Record<number, number> {
    const ends: Record<number, number> = {};
    for (const { until } of [...this.hand].sort((a, b) => a.until - b.until))
      if (until > now) ends[until] = (ends[until] ?? 0) + 1;
    return ends;
  }
}
