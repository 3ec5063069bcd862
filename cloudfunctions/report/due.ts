import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { StoredParticipation } from '../../domain/participation/participation';
import type { StoredEntry } from '../../domain/points/account';
import { absenceCountsAs, benefitCountsAs } from '../../domain/report/facts';
import type { Batch, Recounted } from '../../domain/report/fold';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find, type Projection } from '../kit/documents';
import { SWEEP_MOST } from '../kit/sweep';

interface Marked {
  _id: string;
  tallyDue: Instant;
}

/** One record that waits, and how it goes into a batch. */
interface Waiting extends Marked {
  into(batch: Batch): void;
}

/** The longest waiting records of a collection, and an instant before which none is left. */
async function waitingIn<T extends { _id: string; tallyDue?: Instant }>(
  name: string,
  projection: Projection,
  into: (batch: Batch, record: T) => void,
): Promise<Waiting[]> {
  const found = await find<T & Marked>(
    name,
    { tallyDue: _.gt(0) },
    { orderBy: ['tallyDue', 'asc'], limit: SWEEP_MOST, projection: { ...projection, tallyDue: true } },
  );
  return found.map((record) => ({ ...record, into: (batch) => into(batch, record) }));
}

const recounted = (
  { _id: id, rev, tallied }: Pick<RegistrationRecord | RedemptionRecord, '_id' | 'rev' | 'tallied'>,
  now: string,
): Recounted => ({ id, rev, was: tallied?.as ?? '', now });

const NOTE = { rev: true, tallied: true, state: true, enterpriseId: true };

/** A batch of what waits longest, whatever it is, and up to when nothing else waits. */
export interface Due {
  batch: Batch;
  count: number;
  /** Everything that was written before it is in the tallies, once the batch is. */
  exactUpTo: Instant;
}

/**
 * A record carries the clock of the call that writes it, and a call lives for seconds: what was written before those is
 * seen here. Clocks of instances differ by less than the second half of that time.
 */
export async function dueBatch(now: Instant): Promise<Due> {
  const waiting = await Promise.all([
    waitingIn<StoredParticipation>('participations', {}, ({ participations }, { _id }) => participations.push(_id)),
    waitingIn<StoredEntry>('entries', {}, ({ entries }, { _id }) => entries.push(_id)),
    waitingIn<RegistrationRecord>('registrations', { ...NOTE, missed: true }, ({ registrations }, record) =>
      registrations.push(recounted(record, absenceCountsAs(record))),
    ),
    waitingIn<RedemptionRecord>(
      'redemptions',
      { ...NOTE, at: true, brand: true, verified: true },
      ({ redemptions }, record) => redemptions.push(recounted(record, benefitCountsAs(record))),
    ),
  ]);
  // What a full page leaves unseen waits no longer than its last.
  const unseen = waiting.flatMap((page) => (page.length < SWEEP_MOST ? [] : (page.at(-1)?.tallyDue ?? [])));
  const all = waiting.flat().sort((a, b) => a.tallyDue - b.tallyDue);
  const [taken, left] = [all.slice(0, SWEEP_MOST), all.slice(SWEEP_MOST)];
  const batch: Batch = { participations: [], entries: [], registrations: [], redemptions: [] };
  for (const record of taken) record.into(batch);
  const open = [...unseen, ...left.slice(0, 1).map(({ tallyDue }) => tallyDue)];
  return { batch, count: taken.length, exactUpTo: Math.min(now - ABANDONED_MS, ...open) };
}
