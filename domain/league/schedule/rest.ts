import { dayOf } from '../../time/shanghai';
import { MINUTE_MS, type Placement, type Plan } from './plan';
import { byStart } from './spans';

/** How people rest between two matches of one day: minutes, over those who are known to play; absent where nobody plays twice. */
export interface RestQuality {
  shortest: number;
  /** Of each person's shortest rest the one in the middle: near to `shortest` means that all rest alike. */
  median: number;
  /** The longest that anybody waits for their next match. */
  longest: number;
}

/** What lies between one match and the next of each person on one day, minutes. */
export function restsOf(plan: Plan, placements: readonly Placement[]): Map<string, number[]> {
  const placed = new Map(placements.map((placement) => [placement.fixtureId, placement]));
  const playing = new Map<string, Placement[]>();
  for (const { id, people } of plan.matches) {
    const placement = placed.get(id);
    if (!placement) continue;
    for (const person of people) playing.set(person, [...(playing.get(person) ?? []), placement]);
  }
  const rests = new Map<string, number[]>();
  for (const [person, list] of playing) {
    const inTime = list.sort(byStart);
    const gaps = inTime.flatMap((next, at) => {
      const before = inTime[at - 1];
      if (!before || dayOf(before.startsAt) !== dayOf(next.startsAt)) return [];
      return [(next.startsAt - before.endsAt) / MINUTE_MS];
    });
    if (gaps.length > 0) rests.set(person, gaps);
  }
  return rests;
}

export function restQuality(plan: Plan, placements: readonly Placement[]): RestQuality | undefined {
  const rests = [...restsOf(plan, placements).values()];
  if (rests.length === 0) return undefined;
  const shortest = rests.map((gaps) => Math.min(...gaps)).sort((a, b) => a - b);
  const [least = 0] = shortest;
  const longest = Math.max(...rests.map((gaps) => Math.max(...gaps)));
  return { shortest: least, median: shortest[Math.floor((shortest.length - 1) / 2)] ?? 0, longest };
}
