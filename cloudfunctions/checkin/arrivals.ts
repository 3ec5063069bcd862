import * as v from 'valibot';
import { sessionCounter, summed, zoneCounter } from '../../domain/signup/counters';
import { type PoolRecord, poolIdOf, SHARDS_MOST, type Terms } from '../../domain/signup/pool';
import { arrivalsByGate, arrivalsByMinute } from '../../domain/ticket/arrivals';
import type { ActivityId, SessionId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { gatekeepers, notServing } from './gatekeepers';

interface Shard extends Pick<PoolRecord, '_id' | 'used' | 'arrived'> {
  terms: Pick<Terms, 'sessions'>;
}

/** Claims stay where they are: what is counted is counted already. */
const COUNTED = { 'terms.sessions': true, used: true, arrived: true };

/** Of the activity's pool, or of the session's own where each has one. */
function shardsOf(activityId: ActivityId, sessionId: SessionId): Promise<Shard[]> {
  const of = _.in((['activity', 'session'] as const).map((per) => poolIdOf(activityId, sessionId, per)));
  return find<Shard>('pools', { of }, { limit: SHARDS_MOST, projection: COUNTED });
}

/** How many are expected and how many came, from the pools alone: it costs the same whoever came. */
export const arrivals = read<'checkin.arrivals'>({
  policy: gatekeepers,
  schema: v.strictObject({ activityId: id, sessionId: id }),
  async run({ activityId, sessionId }, { caller, now }) {
    const forbidden = notServing(caller, activityId, now);
    if (forbidden) return forbidden;
    const shards = await shardsOf(activityId, sessionId);
    const session = shards[0]?.terms.sessions.find((each) => each.id === sessionId);
    if (!session) {
      const activity = await byId('activities', activityId, { state: true });
      return { ok: false, refusal: 'NOT_FOUND', detail: { what: activity ? 'session' : 'activity' } };
    }
    const used = summed(shards.map((shard) => shard.used));
    const arrived = summed(shards.map((shard) => shard.arrived));
    const both = (counter: string) => ({ expected: used[counter] ?? 0, arrived: arrived[counter] ?? 0 });
    const zones = session.zones.map(({ id: zone, name }) => ({
      id: zone,
      name,
      ...both(zoneCounter(sessionId, zone)),
    }));
    return {
      ok: true,
      value: {
        ...both(sessionCounter(sessionId)),
        zones,
        gates: arrivalsByGate(arrived, sessionId),
        minutes: arrivalsByMinute(arrived, sessionId),
        now,
      },
    };
  },
});
