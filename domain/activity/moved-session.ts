import type { Plan } from '../../types/contract';
import type { Instant, SessionId } from '../../types/vocabulary';

/**
 * The plan with that session at another time; `undefined` where it has none. Sign-up and the time to cancel end no
 * later than the activity: a session that comes earlier takes them along.
 */
export function movedSession(
  plan: Plan,
  { sessionId, startsAt, endsAt }: { sessionId: SessionId; startsAt: Instant; endsAt: Instant },
): Plan | undefined {
  if (!plan.sessions.some(({ id }) => id === sessionId)) return undefined;
  const sessions = plan.sessions.map((session) =>
    session.id === sessionId ? { ...session, startsAt, endsAt } : session,
  );
  const end = Math.max(...sessions.map((session) => session.endsAt));
  return {
    ...plan,
    sessions,
    closesAt: Math.min(plan.closesAt, end),
    cancelUntil: Math.min(plan.cancelUntil, end),
  };
}
