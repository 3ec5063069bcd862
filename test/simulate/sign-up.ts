import type { ActivityPlan } from '../../domain/activity/activity';
import type { Full } from '../../types/contract';
import { type Asked, Decided, type Said } from '../support/decided';
import { NOON, plan, session } from '../support/plans';
import { oneOf } from '../support/seed';
import { countCommands, type Simulation } from '../support/simulation';

const MEMBERS = Array.from({ length: 9 }, (_, at) => ({ memberId: `member${at}`, enterpriseId: `e${at % 3}` }));

const CHOICES: { sessionId: string; zoneId?: string }[] = [
  { sessionId: 's1' },
  { sessionId: 's2', zoneId: 'a' },
  { sessionId: 's2', zoneId: 'b' },
];

/** One line of the plain list that the model is: who got what by which request, and whether they still have it. */
interface Line extends Asked {
  registration: string;
  held: boolean;
}

type Filter = (line: Line) => boolean;

/** The rules said over a list of registrations: nothing is counted in advance, everything is looked up. */
class Model {
  readonly lines: Line[] = [];

  constructor(readonly what: ActivityPlan) {}

  /** Those of the same place a person: of the whole activity, or of that session. */
  #near(sessionId: string): Line[] {
    return this.lines.filter(
      (line) => line.held && (this.what.onePlacePer === 'activity' || line.sessionId === sessionId),
    );
  }

  #left(cap: number, sessionId: string, of: Filter): number {
    const taken = this.#near(sessionId).filter(of);
    return cap - taken.reduce((sum, line) => sum + 1 + line.companions, 0);
  }

  quotaOf(enterpriseId: string): number | undefined {
    const { each, own = {} } = this.what.quota ?? {};
    return own[enterpriseId] ?? each;
  }

  /** Everything that limits such a wish, with its capacity and what is left of it. */
  #limits({ sessionId, zoneId, enterpriseId }: Pick<Asked, 'sessionId' | 'zoneId' | 'enterpriseId'>) {
    const of = this.what.sessions.find(({ id }) => id === sessionId);
    const zone = of?.zones.find(({ id }) => id === zoneId);
    const limit = (what: Full['what'], capacity: number | undefined, filter: Filter) =>
      capacity === undefined ? [] : [{ what, capacity, left: this.#left(capacity, sessionId, filter) }];
    const here: Filter = (line) => line.sessionId === sessionId;
    return [
      ...limit('enterprise', this.quotaOf(enterpriseId), (line) => line.enterpriseId === enterpriseId),
      ...limit('session', of?.capacity ?? 0, here),
      ...limit('zone', zone?.capacity, (line) => here(line) && line.zoneId === zoneId),
    ];
  }

  /** Every other session or zone that one could choose instead and see beforehand that it has room. */
  #elsewhere({ sessionId, zoneId }: Asked, seats: number): boolean {
    return CHOICES.filter((each) => each.sessionId !== sessionId || each.zoneId !== zoneId)
      .filter((each) => this.what.onePlacePer === 'activity' || each.sessionId === sessionId)
      .some((each) => {
        const limits = this.#limits({ ...each, enterpriseId: '' }).filter(({ what }) => what !== 'enterprise');
        return limits.every(({ left }) => left >= seats);
      });
  }

  #full(asked: Asked): Full | undefined {
    const seats = 1 + asked.companions;
    const limits = this.#limits(asked);
    const [first] = limits.filter(({ left }) => left < seats);
    if (!first) return undefined;
    const least = Math.min(...limits.map(({ left }) => left));
    const elsewhere = first.what !== 'enterprise' && this.#elsewhere(asked, seats);
    return { ...first, left: least, elsewhere };
  }

  signUp(asked: Asked, id: string): Said {
    const before = this.lines.find((line) => line.request === asked.request);
    if (before) return { kind: 'registration', id: before.registration };
    const held = this.#near(asked.sessionId).find((line) => line.memberId === asked.memberId);
    if (held) return { kind: 'refused', refusal: 'ALREADY', already: held.registration };
    const full = this.#full(asked);
    if (full) return { kind: 'refused', refusal: 'FULL', full };
    this.lines.push({ ...asked, registration: id, held: true });
    return { kind: 'registration', id };
  }

  cancel(registration: string): string {
    const line = this.lines.find((each) => each.registration === registration && each.held);
    if (line) line.held = false;
    return line === undefined ? 'NOT_HELD' : 'done';
  }
}

function randomPlan(random: () => number): ActivityPlan {
  const some = (most: number) => 1 + Math.floor(random() * most);
  const zoned = session('s2', some(5), [
    ['a', some(3)],
    ['b', some(3)],
  ]);
  const own = { e1: some(3) - 1 };
  const quotas = [{}, { quota: { own } }, { quota: { each: some(4) } }, { quota: { each: some(4), own } }];
  return plan({
    companions: 2,
    onePlacePer: oneOf(['activity', 'session'] as const, random),
    ...oneOf(quotas, random),
    sessions: [session('s1', some(4)), zoned],
  });
}

function compare(model: Model, decided: Decided): void {
  const held = model.lines.filter((line) => line.held);
  for (const { _id, used, claims, terms } of decided.pools) {
    const sessions = terms.sessions.map(({ id }) => id);
    const here = held.filter((line) => sessions.includes(line.sessionId));
    const taken: Record<string, number> = {};
    for (const { sessionId, zoneId, enterpriseId, companions } of here) {
      const zone = zoneId === undefined ? [] : [`${sessionId}_${zoneId}`];
      const enterprise = model.quotaOf(enterpriseId) === undefined ? [] : [`e_${enterpriseId}`];
      for (const each of [sessionId, ...zone, ...enterprise]) taken[each] = (taken[each] ?? 0) + 1 + companions;
    }
    for (const counter of new Set([...Object.keys(used), ...Object.keys(taken)])) {
      const [counted, listed] = [used[counter] ?? 0, taken[counter] ?? 0];
      if (counted !== listed) throw new Error(`${_id}.${counter} counts ${counted}, the list has ${listed}`);
      const cap = terms.caps[counter] ?? terms.caps['e_*'] ?? 0;
      if (listed > cap) throw new Error(`${_id}.${counter} is oversold: ${listed} of ${cap}`);
    }
    const claimed = Object.entries(claims).map(([memberId, claim]) => `${memberId} ${claim.registration}`);
    const listed = here.map((line) => `${line.memberId} ${line.registration}`);
    if (claimed.sort().join() !== listed.sort().join()) throw new Error(`claims ${claimed}, the list has ${listed}`);
    if (new Set(here.map((line) => line.memberId)).size !== here.length) throw new Error('somebody has two places');
  }
}

/** One activity and some sixty commands; gives how many. */
function round(random: () => number): number {
  const what = randomPlan(random);
  const model = new Model(what);
  const decided = new Decided(what);
  const sent: Asked[] = [];
  const commands = 20 + Math.floor(random() * 60);
  const same = (said: string, expected: unknown, got: unknown) => {
    const [list, pool] = [JSON.stringify(expected), JSON.stringify(got)];
    if (list !== pool) throw new Error(`${said}: the list says ${list}, the pool ${pool}`);
  };
  for (let at = 0; at < commands; at++) {
    const kind = random();
    const known = model.lines.length > 0 && oneOf(model.lines, random).registration;
    if (kind < 0.3 && known) {
      same(`cancelling ${known}`, model.cancel(known), decided.answer('cancel', known, `cancel${at}`, NOON));
    } else {
      const companions = oneOf([0, 0, 0, 1, 2], random);
      const fresh = { ...oneOf(MEMBERS, random), request: `request${at}`, companions, ...oneOf(CHOICES, random) };
      const asked = kind > 0.75 && sent.length > 0 ? oneOf(sent, random) : fresh;
      sent.push(asked);
      same(JSON.stringify(asked), model.signUp(asked, `r${at}`), decided.signUp(asked, `r${at}`, NOON));
    }
    compare(model, decided);
  }
  return commands;
}

/** Sign-ups, cancellations and repeats of nine members of three enterprises, decided and looked up side by side. */
export const simulation: Simulation = {
  says: 'the decisions on places, companions and quotas against a plain list of registrations',
  full: 20_000,
  async run(rounds, seed) {
    const commands = countCommands(rounds, seed, round);
    return `${rounds} activities, ${commands} commands, every answer and every count the same`;
  },
};
