import type { Places } from '../../types/contract/activity';

/** `还剩 12 个名额`, or `名额已满`. */
export function placesLeft(places: Places): string {
  return places.left > 0 ? `还剩 ${places.left} 个名额` : '名额已满';
}

/** The share of places taken, from 0 to 1; an activity without places counts as empty. */
export function takenShare(places: Places): number {
  return places.capacity > 0 ? (places.capacity - places.left) / places.capacity : 0;
}
