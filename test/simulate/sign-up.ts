import type { ActivityPlan } from '../../domain/activity/activity';
import { decideCancel, type RegistrationRecord, registrationFor } from '../../domain/signup/registration';
import { decideSignUp } from '../../domain/signup/sign-up';
import { NOON, plan, session } from '../support/plans';
import { PoolDocument } from '../support/pool-document';
import { chance, oneOf } from '../support/seed';
import type { Simulation } from '../support/simulation';

const MEMBERS = Array.from({ length: 9 }, (_, at) => `member${at}`);

interface Asked {
  memberId: string;
  sessionId: string;
  zoneId?: string;
  request: string;
}

/** One line of the plain list that the model is: who got what by which request, and whether they still have it. */
interface Line extends Asked {
  registration: string;
  held: boolean;
}

type Said = { kind: 'registration'; id: string } | { kind: 'refused'; refusal: string };

/** The rules said over a list of registrations: nothing is counted in advance, everything is looked up. */
class Model {
  readonly lines: Line[] = [];

  constructor(readonly what: ActivityPlan) {}

  #room(sessionId: string, zoneId: string | undefined): boolean {
    const of = this.what.sessions.find(({ id }) => id === sessionId);
    const zone = of?.zones.find(({ id }) => id === zoneId);
    const inSession = this.lines.filter((line) => line.held && line.sessionId === sessionId);
    const inZone = inSession.filter((line) => line.zoneId === zoneId);
    return of !== undefined && inSession.length < of.capacity && (!zone || inZone.length < zone.capacity);
  }

  signUp(asked: Asked, id: string): Said {
    const before = this.lines.find((line) => line.request === asked.request);
    if (before) return { kind: 'registration', id: before.registration };
    if (this.lines.some((line) => line.memberId === asked.memberId && line.held))
      return { kind: 'refused', refusal: 'ALREADY' };
    if (!this.#room(asked.sessionId, asked.zoneId)) return { kind: 'refused', refusal: 'FULL' };
    this.lines.push({ ...asked, registration: id, held: true });
    return { kind: 'registration', id };
  }

  cancel(registration: string): boolean {
    const line = this.lines.find((each) => each.registration === registration && each.held);
    if (line) line.held = false;
    return line !== undefined;
  }
}

/** The same commands through the decisions of `domain/signup`, over documents. */
class Decided {
  readonly document: PoolDocument;
  readonly registrations = new Map<string, RegistrationRecord>();

  constructor(what: ActivityPlan) {
    this.document = new PoolDocument(what);
  }

  signUp({ memberId, request, ...input }: Asked, registrationId: string): Said {
    const pool = this.document.viewOf(memberId);
    const decision = decideSignUp(pool, {
      input: { activityId: pool._id, answers: {}, ...input },
      request: { id: request, digest: JSON.stringify(input) },
      applicant: { memberId, status: 'active', enterpriseId: 'e1', employment: 'employee' },
      registrationId,
      now: NOON,
    });
    if (decision.kind === 'refuse') return { kind: 'refused', refusal: decision.refused.refusal };
    if (decision.kind === 'replay') return { kind: 'registration', id: decision.registrationId };
    if (decision.kind === 'resume') return { kind: 'registration', id: decision.claim.registration };
    this.document.take(decision);
    const { cancelUntil } = pool.terms;
    const what = { activityId: pool._id, session: decision.session, cancelUntil, answers: {} };
    this.registrations.set(registrationId, registrationFor(decision.claim, { memberId, enterpriseId: 'e1' }, what));
    return { kind: 'registration', id: registrationId };
  }

  cancel(registration: string, request: string): boolean {
    const record = this.registrations.get(registration);
    const decision = record && decideCancel(record, { id: request, digest: 'cancel' }, NOON);
    if (!record || decision?.kind !== 'cancel') return false;
    const changed = { ...record, ...decision.change };
    this.registrations.set(registration, changed);
    this.document.release(changed, NOON);
    return true;
  }
}

function randomPlan(random: () => number): ActivityPlan {
  const some = (most: number) => 1 + Math.floor(random() * most);
  const zoned = session('s2', some(5), [
    ['a', some(3)],
    ['b', some(3)],
  ]);
  return plan({ sessions: [session('s1', some(4)), zoned] });
}

function compare(model: Model, decided: Decided): void {
  const { used, claims, terms } = decided.document.pool;
  const held = model.lines.filter((line) => line.held);
  for (const [counter, cap] of Object.entries(terms.caps)) {
    const taken = held.filter((line) => [line.sessionId, `${line.sessionId}_${line.zoneId}`].includes(counter)).length;
    if ((used[counter] ?? 0) !== taken) throw new Error(`${counter} counts ${used[counter]}, the list has ${taken}`);
    if (taken > cap) throw new Error(`${counter} is oversold: ${taken} of ${cap}`);
  }
  const claimed = Object.entries(claims).map(([memberId, claim]) => `${memberId} ${claim.registration}`);
  const listed = held.map((line) => `${line.memberId} ${line.registration}`);
  if (claimed.sort().join() !== listed.sort().join()) throw new Error(`claims ${claimed}, the list has ${listed}`);
  if (new Set(held.map((line) => line.memberId)).size !== held.length) throw new Error('somebody has two places');
}

/** One activity and some sixty commands; gives how many. */
function round(random: () => number): number {
  const what = randomPlan(random);
  const model = new Model(what);
  const decided = new Decided(what);
  const sent: Asked[] = [];
  const commands = 20 + Math.floor(random() * 60);
  for (let at = 0; at < commands; at++) {
    const kind = random();
    const known = model.lines.length > 0 && oneOf(model.lines, random).registration;
    if (kind < 0.3 && known) {
      const done = [model.cancel(known), decided.cancel(known, `cancel${at}`)];
      if (done[0] !== done[1]) throw new Error(`cancelling ${known}: the list says ${done[0]}, the pool ${done[1]}`);
    } else {
      const where = oneOf(
        [{ sessionId: 's1' }, { sessionId: 's2', zoneId: 'a' }, { sessionId: 's2', zoneId: 'b' }],
        random,
      );
      const fresh = { memberId: oneOf(MEMBERS, random), request: `request${at}`, ...where };
      const asked = kind > 0.75 && sent.length > 0 ? oneOf(sent, random) : fresh;
      sent.push(asked);
      const [expected, got] = [model.signUp(asked, `r${at}`), decided.signUp(asked, `r${at}`)];
      if (JSON.stringify(expected) !== JSON.stringify(got))
        throw new Error(
          `${JSON.stringify(asked)}: the list says ${JSON.stringify(expected)}, the pool ${JSON.stringify(got)}`,
        );
    }
    compare(model, decided);
  }
  return commands;
}

/** Sign-ups, cancellations and repeats of nine members, decided and looked up side by side. */
export const simulation: Simulation = {
  says: 'the decisions on places against a plain list of registrations',
  full: 20_000,
  async run(rounds, seed) {
    let commands = 0;
    for (let at = 0; at < rounds; at++) {
      try {
        commands += round(chance(seed + at));
      } catch (error) {
        throw new Error(`SEED=${seed + at} (round ${at} of ${seed})`, { cause: error });
      }
    }
    return `${rounds} activities, ${commands} commands, every answer and every count the same`;
  },
};
