import type { Issue, Plan, Quota } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { type Holder, newlyZoned, sameTimes } from './touches';

/**
 * Whether the same enterprises are limited as before. A place counts for its enterprise from when it is taken or not at
 * all, so a limit that comes later would miss those who are in.
 */
function limitsAlike(before: Quota = {}, after: Quota = {}): boolean {
  if ((before.each === undefined) !== (after.each === undefined)) return false;
  if (before.each !== undefined) return true;
  const ids = ({ own = {} }: Quota): string => Object.keys(own).sort().join();
  return ids(before) === ids(after);
}

function sessionIssues(before: Plan, after: Plan, now: Instant): Issue[] {
  return after.sessions.flatMap((session): Issue[] => {
    const path = `sessions.${session.id}`;
    const former = before.sessions.find(({ id }) => id === session.id);
    if (former && sameTimes(former, session)) return [];
    if (former && former.endsAt <= now) return [{ path: `${path}.startsAt`, message: 'is over' }];
    return session.endsAt <= now ? [{ path: `${path}.endsAt`, message: 'has passed' }] : [];
  });
}

/** What cannot be put right for people who have signed up already, however often it is confirmed. */
export function editIssues(before: Plan, after: Plan, now: Instant): Issue[] {
  const fixed: [path: string, same: boolean][] = [
    ['allocation', before.allocation === after.allocation],
    ['onePlacePer', before.onePlacePer === after.onePlacePer],
    ['preview', !after.preview],
    ['quota', limitsAlike(before.quota, after.quota)],
  ];
  const issues = fixed.flatMap(([path, same]) => (same ? [] : [{ path, message: 'stays as it was published' }]));
  return [...issues, ...sessionIssues(before, after, now)];
}

/** Sessions that get zones while somebody is in them who is in no zone. */
export function zoneIssues(before: Plan, after: Plan, holders: readonly Holder[]): Issue[] {
  return newlyZoned(before, after).flatMap((id) =>
    holders.some(({ sessionId, zoneId }) => sessionId === id && zoneId === undefined)
      ? [{ path: `sessions.${id}.zones`, message: 'somebody is in already' }]
      : [],
  );
}
