import type { RegistrationRecord } from '../signup/registration';
import type { About } from '../signup/transitions';
import type { ActivityRecord } from './activity';

/** What a message about a registration says of where and when; the session may be gone, the message is not. */
export function aboutOf(
  record: Pick<RegistrationRecord, 'sessionId' | 'startKey'>,
  activity: Pick<ActivityRecord, 'title' | 'sessions'> | undefined,
): About {
  const session = activity?.sessions.find(({ id }) => id === record.sessionId);
  return {
    title: activity?.title ?? '',
    sessionName: session?.name ?? '',
    startsAt: session?.startsAt ?? Number.parseInt(record.startKey, 10),
  };
}
