import type { EnterpriseRecord } from '../../domain/member/member';
import type { Instant } from '../../types/vocabulary';
import { yearOfActivities } from './activities/year';
import { Calendar } from './calendar';
import { crowdOf } from './crowd';
import { ENTERPRISES } from './enterprises';
import { namedPeople, openRosters, waitingPeople } from './identities';
import { type PersonRecords, type RosterRecord, recordsOf } from './person';
import { type Staged, type Story, staged } from './sign-ups';

export interface DemoYear {
  enterprises: readonly EnterpriseRecord[];
  /** Of people who have not joined; a member's own entry stands with the member. */
  rosters: RosterRecord[];
  people: PersonRecords[];
  activities: Staged[];
}

/** What the demo's worker has behind and before them: two to come, one attended, one given back. */
const STORIES: Record<string, Story[]> = {
  'evening-run': [{ openid: 'demo-worker', sessionId: 's1' }],
  'labour-law': [{ openid: 'demo-worker', sessionId: 's1' }],
  'tug-of-war': [{ openid: 'demo-worker', sessionId: 's1' }],
  'lunch-reading': [{ openid: 'demo-worker', sessionId: 's1', cancelled: true }],
};

/** The whole of the demo as of `now`: the same for the same instant, its ids the same always. */
export function demoYear(now: Instant): DemoYear {
  const cal = new Calendar(now);
  const named = namedPeople(cal).map(recordsOf);
  const waiting = waitingPeople(cal).map(recordsOf);
  const crowd = crowdOf(cal).map(recordsOf);
  return {
    enterprises: ENTERPRISES,
    rosters: openRosters(),
    people: [...named, ...waiting, ...crowd],
    activities: yearOfActivities(cal).map((demo) =>
      staged(demo, { crowd, named, stories: STORIES[demo.plan.id] ?? [] }, now),
    ),
  };
}
