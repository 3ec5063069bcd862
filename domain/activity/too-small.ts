import type { TooSmall } from '../../types/contract';
import { type Caps, capOf, type Used } from '../signup/counters';

function whatIs(counter: string): Pick<TooSmall, 'what' | 'id'> {
  if (counter.startsWith('e_')) return { what: 'enterprise', id: counter.slice(2) };
  return { what: counter.includes('_') ? 'zone' : 'session', id: counter };
}

/**
 * What people hold more of than there would be: sessions (`s1`), zones (`s1_a`, as counters are called) and enterprises
 * by their ids. A session or zone that is gone would have none; an enterprise that is not limited is never too small.
 */
export function tooSmall(caps: Caps, used: Used): TooSmall[] {
  return Object.entries(used).flatMap(([counter, taken]) => {
    const cap = counter.startsWith('e_') ? capOf(caps, counter) : (caps[counter] ?? 0);
    return cap !== undefined && taken > cap ? [{ ...whatIs(counter), wanted: cap, used: taken }] : [];
  });
}
