import { type Match, MINUTE_MS, type Placement, type Plan } from '../../domain/league/schedule/plan';

/** What has been worked out of a plan's match, once: five hundred matches are compared two by two. */
function once<T>(work: (plan: Plan, match: Match) => T): (plan: Plan, match: Match) => T {
  const plans = new WeakMap<Plan, Map<Match, T>>();
  return (plan, match) => {
    const done = plans.get(plan) ?? new Map<Match, T>();
    plans.set(plan, done);
    const value = done.get(match) ?? work(plan, match);
    done.set(match, value);
    return value;
  };
}

const feedersOf = once((plan, { seats }) => {
  const from = new Set(seats.flatMap((each) => each.from));
  return plan.matches.filter(({ id }) => from.has(id));
});

/** Everybody who may play: who is known to, and whoever may play in what feeds it. */
export const mayPlay: (plan: Plan, match: Match) => Set<string> = once((plan, match) => {
  return new Set([...match.people, ...feedersOf(plan, match).flatMap((each) => [...mayPlay(plan, each)])]);
});

const restsOn: (plan: Plan, match: Match) => Set<Match> = once((plan, match) => {
  return new Set(feedersOf(plan, match).flatMap((each) => [each, ...restsOn(plan, each)]));
});

/** Whether the one must be over before the other begins, at first hand or through others. */
export const feeds = (plan: Plan, one: Match, other: Match): boolean => restsOn(plan, other).has(one);

const share = (some: Iterable<string>, others: Iterable<string>): boolean => {
  const all = others instanceof Set ? others : new Set(others);
  return [...some].some((each) => all.has(each));
};

/** Whether one person may have to play in both, read from the rule: see `mayMeet` in the domain for its reason. */
export function mayMeet(plan: Plan, one: Match, other: Match): boolean {
  if (share(one.people, mayPlay(plan, other)) || share(other.people, mayPlay(plan, one))) return true;
  const seats = (each: Match) => each.seats.map(({ name }) => name);
  if (one.competition === other.competition) return share(seats(one), seats(other));
  return share(mayPlay(plan, one), mayPlay(plan, other));
}

/** Whether the first is over, and its people rested, before the second begins. */
const clear = (first: Placement, rest: number, second: { startsAt: number }): boolean =>
  second.startsAt >= first.endsAt + rest * MINUTE_MS;

function aloneFaults(plan: Plan, match: Match, placement: Placement): string[] {
  const faults: string[] = [];
  const { startsAt, endsAt } = placement;
  const court = plan.courts.find(({ id }) => id === placement.court);
  if (!court) return [`${match.id} is on no court`];
  if (endsAt - startsAt !== match.minutes * MINUTE_MS) faults.push(`${match.id} has not its minutes`);
  if (startsAt % (plan.step * MINUTE_MS) !== 0) faults.push(`${match.id} begins between steps`);
  if (court.disciplines && !court.disciplines.includes(match.discipline)) faults.push(`${match.id} on a wrong court`);
  // Minute by minute, so that openings that touch need no thought.
  for (let at = startsAt; at < endsAt; at += MINUTE_MS) {
    const open = court.openings.some((opening) => opening.startsAt <= at && at < opening.endsAt);
    if (!open) return [...faults, `${match.id} while ${court.id} is closed`];
  }
  if (startsAt < (match.notBefore ?? startsAt)) faults.push(`${match.id} too early`);
  if (endsAt > (match.notAfter ?? endsAt)) faults.push(`${match.id} too late`);
  for (const other of plan.commitments) {
    const apart = clear({ ...placement, ...other }, other.rest, placement) || clear(placement, match.rest, other);
    if (!apart && share(other.people, mayPlay(plan, match))) faults.push(`${match.id} and a commitment`);
    if (other.court === court.id && startsAt < other.endsAt && other.startsAt < endsAt) {
      faults.push(`${match.id} on a court that is taken`);
    }
  }
  return faults;
}

/**
 * All that is wrong with a schedule, by looking at each match and at every two of them. Slow, and it knows nothing of how
 * schedules are made.
 */
export function faultsOf(plan: Plan, placements: readonly Placement[]): string[] {
  const placed = plan.matches.flatMap((match) =>
    placements.filter(({ fixtureId }) => fixtureId === match.id).map((placement) => ({ match, placement })),
  );
  const faults = placed.flatMap(({ match, placement }) => aloneFaults(plan, match, placement));
  if (placed.length !== placements.length) faults.push('a placement of no match');
  for (const [number, a] of placed.entries()) {
    if (plan.matches.some((each) => feeds(plan, each, a.match) && !placed.some(({ match }) => match === each))) {
      faults.push(`${a.match.id} without what feeds it`);
    }
    for (const b of placed.slice(number + 1)) {
      const names = `${a.match.id} and ${b.match.id}`;
      if (a.match.id === b.match.id) faults.push(`${a.match.id} twice`);
      const overlap = !clear(a.placement, 0, b.placement) && !clear(b.placement, 0, a.placement);
      if (a.placement.court === b.placement.court && overlap) faults.push(`${names} on one court`);
      const [aFirst, bFirst] = [
        clear(a.placement, a.match.rest, b.placement),
        clear(b.placement, b.match.rest, a.placement),
      ];
      if (feeds(plan, a.match, b.match) && !aFirst) faults.push(`${names} out of order`);
      if (feeds(plan, b.match, a.match) && !bFirst) faults.push(`${names} out of order`);
      if (!aFirst && !bFirst && mayMeet(plan, a.match, b.match)) faults.push(`${names} with the same people`);
    }
  }
  return faults;
}

/**
 * The earliest finish that any schedule has, by trying every order and every court, each match as early as the ones before
 * it let it; `undefined` where not all fit. For a handful of matches.
 */
export function bestFinish(plan: Plan): number | undefined {
  let best: number | undefined;
  const step = plan.step * MINUTE_MS;
  const starts = plan.courts.flatMap(({ openings }) => openings.map(({ startsAt }) => startsAt));
  const ends = plan.courts.flatMap(({ openings }) => openings.map(({ endsAt }) => endsAt));
  const [open, close] = [Math.ceil(Math.min(...starts) / step) * step, Math.max(...ends)];
  const facts = plan.matches.map((match) => ({
    before: plan.matches.filter((each) => feeds(plan, each, match)),
    apart: plan.matches.filter((each) => each !== match && mayMeet(plan, each, match)),
  }));
  const go = (placed: Map<string, Placement>, from: number, finish: number): void => {
    if (best !== undefined && finish >= best) return;
    if (placed.size === plan.matches.length) best = finish;
    for (const [number, match] of plan.matches.entries()) {
      const { before = [], apart = [] } = facts[number] ?? {};
      if (placed.has(match.id) || before.some(({ id }) => !placed.has(id))) continue;
      for (const court of plan.courts) {
        for (let startsAt = from; startsAt < close; startsAt += step) {
          const endsAt = startsAt + match.minutes * MINUTE_MS;
          const mine = { fixtureId: match.id, court: court.id, startsAt, endsAt };
          if (aloneFaults(plan, match, mine).length > 0) continue;
          const taken = [...placed.values()].some((each) => each.court === court.id && !clear(each, 0, mine));
          const ready = [...before, ...apart].every(({ id, rest }) => {
            const other = placed.get(id);
            return !other || clear(other, rest, mine);
          });
          if (taken || !ready) continue;
          go(new Map(placed).set(match.id, mine), startsAt, Math.max(finish, endsAt));
          break;
        }
      }
    }
  };
  go(new Map(), open, 0);
  return best;
}
