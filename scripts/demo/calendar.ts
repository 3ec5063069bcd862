import { DAY_MS, dayOf, startOfDay } from '../../domain/time/shanghai';
import type { Instant } from '../../types/vocabulary';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Dates as somebody in the park counts them today: in days from now, on weekdays, and by the season. */
export class Calendar {
  readonly #today: Instant;

  constructor(readonly now: Instant) {
    this.#today = startOfDay(dayOf(now));
  }

  /** `HH:MM` on the day that is so many days from today; negative days are past. */
  at(days: number, time: string): Instant {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return this.#today + days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
  }

  /** Days from today to the first such weekday (0 is Sunday) that is at least so many days away. */
  next(weekday: number, least: number): number {
    const [year = 0, month = 1, day = 1] = dayOf(this.at(least, '00:00')).split('-').map(Number);
    const falls = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    return least + ((weekday - falls + 7) % 7);
  }

  /** Days from today to that `MM-DD` of the year in which it is nearest, past or to come: summer stays in summer. */
  season(monthDay: string): number {
    const year = Number(dayOf(this.now).slice(0, 4));
    const away = [year - 1, year, year + 1].map((each) =>
      Math.round((startOfDay(`${each}-${monthDay}`) - this.#today) / DAY_MS),
    );
    return away.reduce((nearest, each) => (Math.abs(each) < Math.abs(nearest) ? each : nearest));
  }
}
