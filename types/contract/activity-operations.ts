import type { ActivityId } from '../vocabulary';
import type { ActivityDetail, ActivityPage, ListActivities } from './activity';
import type { Op } from './op';
import type { RegistrationOperations } from './registration';

export interface ActivityContract extends RegistrationOperations {
  list: Op<ListActivities, ActivityPage>;
  get: Op<{ activityId: ActivityId }, ActivityDetail, { NOT_FOUND: { what: 'activity' } }>;
}
