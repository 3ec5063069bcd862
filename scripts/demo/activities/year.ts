import type { Calendar } from '../calendar';
import { bookActivities } from './books';
import { craftActivities } from './craft';
import type { DemoActivity } from './demo-activity';
import { draftActivities } from './drafts';
import { leagueActivities } from './leagues';
import { movingActivities } from './moving';
import { stageActivities } from './stage';
import { todaysActivities } from './today';
import { warmActivities } from './warm';

/** A year of the park's union around the calendar's today, over all four brands. */
export function yearOfActivities(cal: Calendar): DemoActivity[] {
  return [
    stageActivities,
    leagueActivities,
    movingActivities,
    craftActivities,
    warmActivities,
    bookActivities,
    todaysActivities,
    draftActivities,
  ].flatMap((make) => make(cal));
}
