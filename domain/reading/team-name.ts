import type { Instant, MemberId, TeamId } from '../../types/vocabulary';
import { timeKey } from '../time/shanghai';
import { keysOf } from './moderated';
import { after, type Moderation, type ModerationEvent } from './moderation';

/** A team, as far as its name's way to others' eyes goes. */
export interface NamedTeam {
  _id: TeamId;
  rev: number;
  name: string;
  captain: MemberId;
  moderation: Moderation;
  /** When it was made. */
  at: Instant;
  /** These two follow from the moderation, see `moderated.ts`. */
  checkAt?: Instant;
  queueKey?: string;
  /** When a sweep should tell the board. */
  dueAt?: Instant;
}

/** The team after what became known of its name; the board is told where others see another name now. */
export function named<T extends NamedTeam>(team: T, event: ModerationEvent, now: Instant): T | undefined {
  const moderation = after(team.moderation, event, now);
  if (!moderation) return undefined;
  const { checkAt: _check, queueKey: _queue, ...rest } = team;
  const { checkAt, queueKey } = keysOf({ madeKey: timeKey(team.at, team._id), moderation, reports: [] });
  const shown = moderation.state === 'passed' || team.moderation.state === 'passed';
  const next = {
    ...{ ...rest, moderation },
    ...(checkAt !== undefined && { checkAt }),
    ...(queueKey !== undefined && { queueKey }),
    // Whoever is leaving may rely on the later date: see `leave-team.ts`.
    ...(shown && { dueAt: team.dueAt ?? now }),
  };
  return next as unknown as T;
}
