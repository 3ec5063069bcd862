import { dayOf } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';

/** The year of the union's calendar. */
export const yearAt = (now: Instant): number => Number(dayOf(now).slice(0, 4));
