import type { EnterpriseRecord } from '../../domain/member/member';
import type { GrantInviteRecord } from '../../domain/permission/grant-invite';
import type { RosterEntry } from '../../domain/sheet/roster-plan';
import type { Instant } from '../../types/vocabulary';
import { yearOfActivities } from './activities/year';
import { type StagedBenefits, yearOfBenefits } from './benefits/year-of-benefits';
import { Calendar } from './calendar';
import { crowdOf } from './crowd';
import { ENTERPRISES } from './enterprises';
import { namedPeople, openRosters, waitingPeople } from './identities';
import { invitesOf } from './invites';
import { type StagedLeagues, yearOfLeagues } from './leagues/year-of-leagues';
import { type PersonRecords, recordsOf } from './person';
import { type StagedReading, yearOfReading } from './reading/year-of-reading';
import { type Staged, type Story, staged } from './stage';

export interface DemoYear {
  enterprises: readonly EnterpriseRecord[];
  /** Of people who have not joined; a member's own entry stands with the member. */
  rosters: RosterEntry[];
  people: PersonRecords[];
  activities: Staged[];
  benefits: StagedBenefits;
  reading: StagedReading;
  leagues: StagedLeagues;
  /** Links to roles that are open. */
  invites: GrantInviteRecord[];
}

const worker = { openid: 'demo-worker', where: { sessionId: 's1' } };

/**
 * What the demo's worker has behind and before them: one to walk into today, two to come, an offer that waits for an
 * answer, a place in a queue, an application, two attended, one given back.
 */
const STORIES: Record<string, Story[]> = {
  'lawn-stage': [{ ...worker, where: { sessionId: 's1', zoneId: 'a', companions: 1 } }],
  'evening-run': [worker],
  'labour-law': [worker],
  'pottery-night': [{ ...worker, after: 0, ends: 'offered' }],
  'film-night': [{ ...worker, after: 5 }],
  'drone-class': [{ ...worker, after: 'all' }],
  'tug-of-war': [worker],
  'repair-day': [worker],
  'lunch-reading': [{ ...worker, ends: 'cancelled' }],
};

/** Makes it at the first question: who asks for people and places need not wait for a year of reading. */
function atFirst<T>(make: () => T): () => T {
  let made: { whole: T } | undefined;
  return () => {
    made ??= { whole: make() };
    return made.whole;
  };
}

/** The whole of the demo as of `now`: the same for the same instant, its ids the same always. */
export function demoYear(now: Instant): DemoYear {
  const cal = new Calendar(now);
  const named = namedPeople(cal).map(recordsOf);
  const waiting = waitingPeople(cal).map(recordsOf);
  const crowd = crowdOf(cal).map(recordsOf);
  const activities = atFirst(() =>
    yearOfActivities(cal).map((demo) => staged(demo, { crowd, named, stories: STORIES[demo.plan.id] ?? [] }, now)),
  );
  const leagues = atFirst(() => yearOfLeagues(cal, { crowd, named }));
  const benefits = atFirst(() =>
    yearOfBenefits(cal, { activities: activities(), leagues: leagues() }, { crowd, named }),
  );
  const reading = atFirst(() => yearOfReading(now, { crowd, named }));
  return {
    enterprises: ENTERPRISES,
    rosters: openRosters(),
    people: [...named, ...waiting, ...crowd],
    get activities() {
      return activities();
    },
    get benefits() {
      return benefits();
    },
    get reading() {
      return reading();
    },
    get leagues() {
      return leagues();
    },
    get invites() {
      return invitesOf(
        activities().map(({ activity }) => activity),
        now,
      );
    },
  };
}
