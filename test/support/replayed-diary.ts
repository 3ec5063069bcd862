import type { Brand, Employment, Format, MemberId } from '../../types/vocabulary';

/** A registration that was neither cancelled nor given back when its session was over. */
export interface Visit {
  memberId: MemberId;
  session: string;
  /** Of the day on which it began, as the one who made it wrote it down: `2026-12`. */
  month: string;
  brand: Brand;
  format: Format;
  seats: number;
  /** When they signed up; whoever comes is of this one too, since nobody moves in between. */
  enterpriseId: string;
  /** When they were let in last. */
  employment: Employment;
  there: boolean;
}

interface Given {
  month: string;
  brand: Brand;
  enterpriseId: string;
}

export interface Counted {
  sessions: number;
  times: number;
  persons: number;
  expected: number;
  came: number;
  benefits: number;
}

/** What was done, written down by those who did it as each was accepted: of what is stored it knows nothing. */
export class Diary {
  readonly visits = new Map<string, Visit>();
  readonly given = new Map<string, Given>();
  /** Points over all years. */
  readonly points = { issued: 0, adjusted: 0, redeemed: 0 };

  /** The same looked through from the start for every question. */
  count(
    asked: (of: { month: string; brand: Brand; enterpriseId: string }) => boolean,
    only: Partial<Visit> = {},
  ): Counted {
    const all = [...this.visits.values()].filter(asked);
    const fits = all.filter((visit) =>
      Object.entries(only).every(([field, value]) => value === visit[field as keyof Visit]),
    );
    const there = fits.filter((visit) => visit.there);
    return {
      sessions: new Set(there.map(({ session }) => session)).size,
      times: there.reduce((sum, { seats }) => sum + seats, 0),
      persons: new Set(there.map(({ memberId }) => memberId)).size,
      ...{ expected: fits.length, came: there.length },
      benefits: [...this.given.values()].filter(asked).length,
    };
  }
}
