import { create } from 'zustand';
import type { Admitted } from '../../../types/contract/checkin';
import type { ActivityId, Instant, RegistrationId, SessionId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';

/** One session's gate. */
export interface GateOf {
  activityId: ActivityId;
  sessionId: SessionId;
}

export interface RecentEntry {
  admitted: Admitted;
  /** When the gate heard of it. */
  at: Instant;
  undone: boolean;
}

/** A screen or two; whoever came earlier is found in the list. */
const MOST = 20;

/** Who came in last, by gate. In memory only: names are not written to the device. */
export const useRecentEntries = create<Record<string, RecentEntry[]>>(() => ({}));

const keyOf = ({ activityId, sessionId }: GateOf): string => `${activityId} ${sessionId}`;
const NOBODY: RecentEntry[] = [];

export function useRecent(gate: GateOf): RecentEntry[] {
  return useRecentEntries((entries) => entries[keyOf(gate)] ?? NOBODY);
}

function rewrite(gate: GateOf, change: (entries: RecentEntry[]) => RecentEntry[]): void {
  const key = keyOf(gate);
  useRecentEntries.setState((entries) => ({ [key]: change(entries[key] ?? NOBODY) }));
}

/** On top, once: whoever shows the same ticket again moves up. */
export function noteAdmitted(gate: GateOf, admitted: Admitted): void {
  const entry = { admitted, at: serverNow(), undone: false };
  rewrite(gate, (entries) =>
    [entry, ...entries.filter((each) => each.admitted.registrationId !== admitted.registrationId)].slice(0, MOST),
  );
}

export function noteUndone(gate: GateOf, id: RegistrationId): void {
  rewrite(gate, (entries) =>
    entries.map((each) => (each.admitted.registrationId === id ? { ...each, undone: true } : each)),
  );
}
