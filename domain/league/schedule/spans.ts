import type { Instant } from '../../../types/vocabulary';

/** From the first instant up to, and without, the last. */
export interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

export const lengthOf = ({ startsAt, endsAt }: Span): number => Math.max(0, endsAt - startsAt);

export const sumOfLengths = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0);

export const byStart = (a: Span, b: Span): number => a.startsAt - b.startsAt || a.endsAt - b.endsAt;

/** The same time in as few spans as possible, ascending; those that touch become one. */
export function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort(byStart)) {
    if (lengthOf(span) === 0) continue;
    const last = whole[whole.length - 1];
    if (last && span.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, span.endsAt);
    else whole.push({ startsAt: span.startsAt, endsAt: span.endsAt });
  }
  return whole;
}

/** What is left of the spans without that one. */
export function without(spans: readonly Span[], { startsAt, endsAt }: Span): Span[] {
  return spans.flatMap((span) => {
    if (endsAt <= span.startsAt || startsAt >= span.endsAt) return [span];
    const left: Span[] = [];
    if (span.startsAt < startsAt) left.push({ startsAt: span.startsAt, endsAt: startsAt });
    if (endsAt < span.endsAt) left.push({ startsAt: endsAt, endsAt: span.endsAt });
    return left;
  });
}

/** What of the spans lies from the one instant to the other. */
export function within(spans: readonly Span[], from: Instant, until: Instant): Span[] {
  return spans
    .map(({ startsAt, endsAt }) => ({ startsAt: Math.max(startsAt, from), endsAt: Math.min(endsAt, until) }))
    .filter((span) => span.endsAt > span.startsAt);
}

/** The first whole step that is not before. */
export function onStep(at: Instant, step: number): Instant {
  return Math.ceil(at / step) * step;
}
