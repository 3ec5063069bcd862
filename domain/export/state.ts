import type { ExportState } from '../../types/contract/export';
import type { Instant } from '../../types/vocabulary';

export const isUnderWay = ({ state }: { state: ExportState }): boolean => state === 'queued' || state === 'running';

/** A file that nobody may fetch any more is expired, whether or not a sweep has been there. */
export function stateAt({ state, expiresAt }: { state: ExportState; expiresAt?: Instant }, now: Instant): ExportState {
  return state === 'ready' && expiresAt !== undefined && expiresAt <= now ? 'expired' : state;
}
