import type { Plan, SessionPlan, VenueClash } from '../../types/contract';
import type { Venue } from '../../types/contract/activity';
import type { ActivityId } from '../../types/vocabulary';

/** Another activity, as far as it may be in the way. */
export interface Neighbour {
  _id: ActivityId;
  title: string;
  venue: Pick<Venue, 'name'>;
  sessions: Pick<SessionPlan, 'startsAt' | 'endsAt'>[];
}

/** A name as it sounds: full-width or not, with or without blanks and points between its parts. */
const heard = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

/** Whether two venues are one. By name alone: rooms of one house stand at the same point of the map. */
export function sameVenue(one: Pick<Venue, 'name'>, other: Pick<Venue, 'name'>): boolean {
  return heard(one.name) === heard(other.name);
}

/** What else is at the same venue while a session of the plan is: once for each session, earliest first. */
export function clashesOf(plan: Pick<Plan, 'venue' | 'sessions'>, others: readonly Neighbour[]): VenueClash[] {
  const near = others.filter(({ venue }) => sameVenue(plan.venue, venue));
  const clashes = plan.sessions.flatMap(({ id, startsAt, endsAt }) =>
    near.flatMap((other): VenueClash[] => {
      const on = other.sessions.find((each) => each.startsAt < endsAt && startsAt < each.endsAt);
      if (!on) return [];
      const { _id: activityId, title } = other;
      return [{ sessionId: id, activityId, title, startsAt: on.startsAt, endsAt: on.endsAt }];
    }),
  );
  return clashes.sort((one, other) => one.startsAt - other.startsAt);
}
