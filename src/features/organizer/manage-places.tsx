import { Text, View } from '@tarojs/components';
import { span } from '../../../domain/wording/dates';
import { ROLL_WORDS } from '../../../domain/wording/organizer';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Brand, Instant, RegistrationState } from '../../../types/vocabulary';
import { Meter } from '../../ui/meter/meter';
import { enterprisesFull, type Pool, placesGiven, poolsOf } from './standing';
import './organizer.css';

const shareOf = ({ used, capacity }: Pick<Pool, 'used' | 'capacity'>): number => (capacity > 0 ? used / capacity : 0);

/** States that have no row of their own below. */
const BESIDE: readonly RegistrationState[] = ['offered', 'absent', 'cancelled', 'declined', 'expired'];

function besideWords(counts: ManagedActivity['counts']): string {
  return BESIDE.filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => `${ROLL_WORDS[state]} ${counts[state]}`)
    .join(' · ');
}

interface PoolLineProps {
  pool: Pool;
  brand: Brand;
  /** When it is, where sessions differ. */
  when?: string;
  /** A zone below its session. */
  part?: boolean;
  /** Nothing can be given yet. */
  draft: boolean;
}

function PoolLine({ pool, when, brand, part = false, draft }: PoolLineProps) {
  return (
    <View className={`pool-line${part ? ' pool-line--part' : ''}`}>
      <View className="row row--apart">
        <View className={`grow${part ? '' : ' strong'}`}>{pool.name}</View>
        <View className="number pool-line__count">
          {!draft && <Text className="strong">{pool.used}</Text>}
          <Text className="note">{draft ? `${pool.capacity} 个` : ` / ${pool.capacity}`}</Text>
        </View>
      </View>
      {when !== undefined && <View className="note number">{when}</View>}
      {!draft && <Meter share={shareOf(pool)} tone={brand} />}
    </View>
  );
}

/** Places given: the number that one came for, then by session and zone. */
export function ManagePlaces({ activity, now }: { activity: ManagedActivity; now: Instant }) {
  const { plan, brand, counts, state } = activity;
  const pools = poolsOf(activity);
  const all = placesGiven(pools);
  const single = pools.length === 1;
  const draft = state === 'draft';
  const full = enterprisesFull(activity);
  const parts = single && pools[0]?.zones.length === 0 ? [] : pools;
  const beside = besideWords(counts);
  return (
    <View className="pad manage__places">
      <View className="row row--apart manage__given">
        <View className="title">{draft ? '名额' : '已给出'}</View>
        <View className="number">
          <Text className="large">{draft ? all.capacity : all.used}</Text>
          <Text className="note">{draft ? ' 个' : ` / ${all.capacity} 个名额`}</Text>
        </View>
      </View>
      {!draft && <Meter share={shareOf(all)} tone={brand} />}
      {beside !== '' && <View className="note number manage__beside">{beside}</View>}
      {plan.quota?.each !== undefined && (
        <View className="note number manage__beside">
          每个单位最多 {plan.quota.each} 个{full > 0 ? `，${full} 个单位已经到顶` : ''}
        </View>
      )}
      <View className="stack manage__parts">
        {parts.map((session) => (
          <View key={session.counter} className="card">
            {!single && (
              <PoolLine pool={session} when={span(session.startsAt, session.endsAt, now)} brand={brand} draft={draft} />
            )}
            {session.zones.map((zone) => (
              <PoolLine key={zone.counter} pool={zone} brand={brand} part={!single} draft={draft} />
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}
