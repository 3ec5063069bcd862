import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { FixtureId, Instant, StageId } from '../../../types/vocabulary';

/** The one thing that is next in a league. */
export type NextThing =
  | { do: 'publish' }
  /** Entries are still coming in: nothing to do but to wait. */
  | { do: 'wait'; until: Instant }
  | { do: 'fill'; missing: number }
  | { do: 'draw' }
  | { do: 'decide'; fixture: FixtureId; more: number }
  | { do: 'lots'; stage: StageId; group: string }
  | { do: 'schedule' }
  | { do: 'play'; left: number }
  | { do: 'finish' }
  | { do: 'nothing' };

/** Who is complete and still there can be drawn; a league needs two. */
const DRAWABLE = 2;

function whileOpen({ plan, entries }: ManagedLeague, now: Instant): NextThing {
  const full = entries.all - entries.withdrawn >= plan.most && entries.complete >= plan.most;
  if (now < plan.lockAt && !full) return { do: 'wait', until: plan.lockAt };
  if (entries.complete < DRAWABLE) return { do: 'fill', missing: DRAWABLE - entries.complete };
  return { do: 'draw' };
}

function whileDrawn({ disputed, lotsDue, scheduled, matches }: ManagedLeague): NextThing {
  const [dispute] = disputed;
  if (dispute) return { do: 'decide', fixture: dispute.id, more: disputed.length - 1 };
  const [lots] = lotsDue;
  if (lots) return { do: 'lots', ...lots };
  const left = matches.all - matches.played;
  if (!scheduled && left > 0) return { do: 'schedule' };
  return left > 0 ? { do: 'play', left } : { do: 'finish' };
}

/** What an organizer should do now: disputes before lots, lots before the schedule, and the end last. */
export function nextThing(league: ManagedLeague, now: Instant): NextThing {
  switch (league.state) {
    case 'draft':
      return { do: 'publish' };
    case 'open':
      return whileOpen(league, now);
    case 'drawn':
      return whileDrawn(league);
    case 'finished':
    case 'cancelled':
      return { do: 'nothing' };
    default:
      return league.state satisfies never;
  }
}

/** Drawn anew only as long as nothing was played, reported or disputed. */
export const canDrawAgain = ({ state, matches, disputed }: ManagedLeague): boolean =>
  state === 'drawn' && matches.played === 0 && matches.reported === 0 && disputed.length === 0;
