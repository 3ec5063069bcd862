import type { EnterpriseRecord } from '../../domain/member/member';
import type { EnterpriseId, Instant } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, changeIf, find, insertOnce } from '../kit/documents';
import { underLease } from '../kit/sweep';

export interface Census {
  _id: 'members';
  v: 1;
  /** Members of the union by enterprise, readers or not. */
  counts: Record<EnterpriseId, number>;
  names: Record<EnterpriseId, string>;
  at: Instant;
}

const ID = 'members';
/** A park has some hundreds. */
const ENTERPRISES_MOST = 1_000;

async function counted(): Promise<Census['counts']> {
  const { list } = await database
    .collection('members')
    .aggregate()
    .match({ status: 'active' })
    .group({ _id: '$enterpriseId', members: _.aggregate.sum(1) })
    .limit(ENTERPRISES_MOST)
    .end();
  const groups = list as { _id: EnterpriseId; members: number }[];
  return Object.fromEntries(groups.map(({ _id, members }) => [_id, members]));
}

async function takeCensus(at: Instant): Promise<Census> {
  const options = { limit: ENTERPRISES_MOST, projection: { name: true } };
  const [counts, enterprises] = await Promise.all([
    counted(),
    find<Pick<EnterpriseRecord, '_id' | 'name'>>('enterprises', { nameKey: _.gt('') }, options),
  ]);
  const names = Object.fromEntries(enterprises.map(({ _id, name }) => [_id, name]));
  return { _id: ID, v: 1, counts, names, at };
}

/** As members were counted last; counted now, where they never were. */
export async function lastCensus(now: Instant): Promise<Census> {
  return (await byId<Census>('census', ID)) ?? takeCensus(now);
}

/** Counts the members of each enterprise: what its days and minutes are divided by. */
export const census = underLease('reading.census', async (now) => {
  const taken = await takeCensus(now);
  const { counts, names, at } = taken;
  const kept = await changeIf('census', ID, {}, { counts: _.set(counts), names: _.set(names), at });
  if (!kept) await insertOnce('census', taken);
  return { found: 1, done: 1 };
});
