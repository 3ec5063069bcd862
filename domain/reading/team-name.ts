import type { Instant, MemberId, TeamId } from '../../types/vocabulary';
import { after, type Moderation, type ModerationEvent } from './moderation';

/** A team, as far as its name's way to others' eyes goes. */
export interface NamedTeam {
  _id: TeamId;
  rev: number;
  name: string;
  captain: MemberId;
  moderation: Moderation;
  /** That of the moderation, where an index finds it. */
  checkAt?: Instant;
  /** When a sweep should tell the board. */
  dueAt?: Instant;
}

/**
 * The team after what became known of its name; the board is told where others see another name now. Nobody looks at a
 * doubtful one: there is a name that goes by the captain's, and it does no harm.
 */
export function named<T extends NamedTeam>(team: T, event: ModerationEvent, now: Instant): T | undefined {
  const doubtful = event.kind === 'found' && event.verdict === 'review';
  const moderation = after(team.moderation, doubtful ? { ...event, verdict: 'risky' } : event, now);
  if (!moderation) return undefined;
  const { checkAt: _former, ...rest } = team;
  const { dueAt: checkAt } = moderation;
  const shown = moderation.state === 'passed' || team.moderation.state === 'passed';
  const next = {
    ...{ ...rest, moderation },
    ...(checkAt !== undefined && { checkAt }),
    // Whoever is leaving may rely on the later date: see `leave-team.ts`.
    ...(shown && { dueAt: team.dueAt ?? now }),
  };
  return next as unknown as T;
}
