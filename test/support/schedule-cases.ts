import { type Court, type Match, MINUTE_MS, type Plan, type Seat } from '../../domain/league/schedule/plan';
import type { Span } from '../../domain/league/schedule/spans';
import { startOfDay } from '../../domain/time/shanghai';
import { chance, oneOf, type Random, upTo } from './seed';

export const EVENING = startOfDay('2026-12-05') + 18 * 60 * MINUTE_MS;
const DAY_MINUTES = 24 * 60;

/** So many minutes after the first evening begins. */
export const at = (minutes: number): number => EVENING + minutes * MINUTE_MS;

export const evenings = (count: number, minutes: number): Span[] =>
  Array.from({ length: count }, (_, day) => ({
    startsAt: at(day * DAY_MINUTES),
    endsAt: at(day * DAY_MINUTES + minutes),
  }));

export const courtsOf = (count: number, openings: readonly Span[]): Court[] =>
  Array.from({ length: count }, (_, number) => ({ id: `c${String(number + 1).padStart(2, '0')}`, openings }));

/** A match with what matters in the test; twenty minutes, ten of rest. */
export const match = (id: string, people: string, more: Partial<Match> = {}): Match => ({
  ...{ id, competition: 'cup', discipline: 'tennis', minutes: 20, rest: 10, round: 0 },
  ...{ people: people === '' ? [] : people.split(' '), seats: [] },
  ...more,
});

/** The seat of whoever wins, or comes out of, those matches. */
export const seat = (name: string, ...from: string[]): Seat => ({ name, from });

export const planOf = (courts: readonly Court[], matches: readonly Match[], more: Partial<Plan> = {}): Plan => ({
  ...{ courts, matches, commitments: [], step: 5 },
  ...more,
});

export interface Format {
  name: string;
  groups: number;
  size: number;
  minutes: number;
  rest: number;
  /** How many of each group go on to the knockout; with the groups a power of two. */
  through: number;
  people: (entry: string) => string[];
}

type Pairing = { pair: [string, string]; round: number };

/** Everybody once against everybody, by the circle method. */
function roundRobin(entries: readonly string[]): Pairing[] {
  const circle = entries.length % 2 === 0 ? [...entries] : [...entries, ''];
  const pairings: Pairing[] = [];
  for (let round = 0; round < circle.length - 1; round++) {
    for (let side = 0; side < circle.length / 2; side++) {
      const pair: [string, string] = [circle[side] ?? '', circle[circle.length - 1 - side] ?? ''];
      if (!pair.includes('')) pairings.push({ pair, round });
    }
    circle.splice(1, 0, circle.pop() ?? '');
  }
  return pairings;
}

/** Groups, then a knockout of those who went through, with a match for place 3. */
export function competition({ name, groups, size, minutes, rest, through, people }: Format): Match[] {
  const matches: Match[] = [];
  const add = (id: string, round: number, playing: string[], seats: Seat[]): string => {
    matches.push({ ...{ id, competition: name, discipline: name, minutes, rest, round }, people: playing, seats });
    return id;
  };
  let seats: Seat[] = [];
  for (let group = 0; group < groups; group++) {
    const entries = Array.from({ length: size }, (_, number) => `${name}-${group}-${number}`);
    const from = roundRobin(entries).map(({ pair, round }, number) => {
      const id = `${name}-g${String(group).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
      return add(id, round, pair.flatMap(people), []);
    });
    for (let place = 1; place <= through; place++) seats.push({ name: `${name} ${group}#${place}`, from });
  }
  for (let round = size; seats.length > 1; round++) {
    const half = seats.length / 2;
    const winners: Seat[] = [];
    const losers: Seat[] = [];
    for (let number = 0; number < half; number++) {
      const both = [seats[number], seats[seats.length - 1 - number]].filter((each) => each !== undefined);
      const id = add(`${name}-k${round}-${String(number).padStart(2, '0')}`, round, [], both);
      winners.push(seat(`winner ${id}`, id));
      losers.push(seat(`loser ${id}`, id));
    }
    if (half === 2) add(`${name}-k${round}-third`, round, [], losers);
    seats = winners;
  }
  return matches;
}

/** Matches between few people, with feeding, several disciplines and commitments: small enough to try everything. */
export function smallCase(number: number, most = 6): Plan {
  const random = chance(number);
  const people = ['ann', 'bob', 'cai', 'dan', 'eve', 'fay'];
  const matches: Match[] = [];
  const count = 2 + upTo(most - 2, random);
  for (let each = 0; each < count; each++) {
    const fed = each >= 2 && random() < 0.35;
    const discipline = oneOf(['tennis', 'chess'], random);
    matches.push(
      match(`m${each}`, fed ? '' : twoOf(people, random), {
        ...{ discipline, competition: discipline, round: fed ? 1 : 0 },
        ...{ minutes: oneOf([15, 20, 30], random), rest: oneOf([0, 10, 20], random) },
        seats: fed
          ? [seat(`winner of m${each - 1}`, `m${each - 1}`), seat(`winner of m${each - 2}`, `m${each - 2}`)]
          : [],
        ...(random() < 0.1 && { notBefore: at(30) }),
      }),
    );
  }
  const courts: Court[] = [
    {
      id: 'c1',
      openings: [{ startsAt: at(0), endsAt: at(oneOf([60, 90, 150], random)) }, ...evenings(2, 120).slice(1)],
    },
    { id: 'c2', openings: evenings(1, oneOf([50, 90], random)), ...(random() < 0.4 && { disciplines: ['chess'] }) },
  ];
  const busy = { people: [oneOf(people, random)], startsAt: at(20), endsAt: at(45), rest: 10 };
  return planOf(courts, matches, random() < 0.3 ? { commitments: [busy] } : {});
}

function twoOf(people: readonly string[], random: Random): string {
  const one = oneOf(people, random);
  return `${one} ${oneOf(
    people.filter((person) => person !== one),
    random,
  )}`;
}
