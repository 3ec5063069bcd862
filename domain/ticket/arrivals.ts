import type { Instant, SessionId, ZoneId } from '../../types/vocabulary';
import { heldName } from '../signup/counters';
import type { Attendance } from '../signup/registration';

const MINUTE_MS = 60_000;

/** What a gate may be called: its arrivals are counted under a field of that name. */
export const GATE_NAME = /^[0-9A-Za-z\p{Script=Han}]{1,12}$/u;

export const gateName = (gate: string): string => `g_${gate}`;
export const minuteName = (at: Instant): string => `m_${Math.floor(at / MINUTE_MS)}`;

/**
 * Under which names of a pool's `arrived` somebody who came is counted: their session, and of that session the zone,
 * the enterprise, the gate and the minute. What an organizer adds afterwards happened in no minute that anybody knows.
 */
export function arrivalNames(
  { sessionId, zoneId }: { sessionId: SessionId; zoneId?: ZoneId },
  { at, gate, afterwards, enterpriseId }: Pick<Attendance, 'at' | 'gate' | 'afterwards' | 'enterpriseId'>,
): string[] {
  const parts = afterwards ? [] : [`${sessionId}_${minuteName(at)}`];
  if (enterpriseId !== '') parts.push(heldName(sessionId, enterpriseId));
  if (zoneId !== undefined) parts.push(`${sessionId}_${zoneId}`);
  if (gate !== undefined) parts.push(`${sessionId}_${gateName(gate)}`);
  return [sessionId, ...parts];
}

/** The minutes of a session in which somebody came, ascending, with how many. */
export function arrivalsByMinute(
  arrived: Record<string, number>,
  sessionId: SessionId,
): { at: Instant; arrived: number }[] {
  const prefix = `${sessionId}_m_`;
  return Object.entries(arrived)
    .filter(([name, count]) => name.startsWith(prefix) && count > 0)
    .map(([name, count]) => ({ at: Number(name.slice(prefix.length)) * MINUTE_MS, arrived: count }))
    .sort((a, b) => a.at - b.at);
}

/** The gates of a session with how many came in by each, the busiest first. */
export function arrivalsByGate(
  arrived: Record<string, number>,
  sessionId: SessionId,
): { gate: string; arrived: number }[] {
  const prefix = `${sessionId}_g_`;
  return Object.entries(arrived)
    .filter(([name, count]) => name.startsWith(prefix) && count > 0)
    .map(([name, count]) => ({ gate: name.slice(prefix.length), arrived: count }))
    .sort((a, b) => b.arrived - a.arrived || (a.gate < b.gate ? -1 : 1));
}
