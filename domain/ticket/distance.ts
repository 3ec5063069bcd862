import type { Position } from '../../types/contract';

/** Mean radius of the earth in metres (IUGG). */
const RADIUS_M = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Metres along the ground between two points, whole. On a sphere (haversine): off by half a percent at most, which a
 * phone's own position is too.
 */
export function metresBetween(a: Position, b: Position): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const haversine =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(haversine))));
}
