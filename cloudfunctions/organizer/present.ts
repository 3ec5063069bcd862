import type { ActivityRecord } from '../../domain/activity/activity';
import type { LogRecord } from '../../domain/activity/log';
import type { ManagedCard } from '../../types/contract';

export function presentManaged(activity: ActivityRecord): ManagedCard {
  const { _id, title, brand, state, startsAt, endsAt, opensAt, closesAt } = activity;
  return { id: _id, title, brand, state, startsAt, endsAt, opensAt, closesAt };
}

/** What a change of an activity is answered. It is kept with the log, so it holds nothing but the activity's own. */
export function answerTo(what: LogRecord['what'], { _id, termsV, state, closesAt }: ActivityRecord): object {
  switch (what) {
    case 'published':
    case 'cancelled':
      return { activityId: _id, state };
    case 'closed':
    case 'extended':
      return { activityId: _id, closesAt };
    case 'created':
    case 'edited':
    case 'moved':
    case 'capacity':
      return { activityId: _id, termsV };
    case 'decided':
    case 'jumped':
    case 'undone':
    case 'imported':
    case 'announced':
      throw new Error(`${what} is no change of an activity`);
    default:
      return what satisfies never;
  }
}
