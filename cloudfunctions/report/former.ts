import type { ActivityRecord } from '../../domain/activity/activity';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { benefitCountsAs } from '../../domain/report/facts';
import type { FoldRecord } from '../../domain/report/fold';
import { type RegistrationRecord, startOf } from '../../domain/signup/registration';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, changeAll, changeIf, find, insertOnce, type Projection } from '../kit/documents';
import { FOLD } from '../kit/fold-record';
import { SWEEP_MOST } from '../kit/sweep';

/** After so long a run begins no further page. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;

interface Stored {
  _id: string;
  tallyDue?: Instant;
}

/** Those of a page that have no mark; where one was put on meanwhile it stays. */
async function mark(name: string, page: readonly Stored[], now: Instant): Promise<void> {
  const ids = page.filter(({ tallyDue }) => tallyDue === undefined).map(({ _id }) => _id);
  if (ids.length > 0) await changeAll(name, { _id: _.in(ids), tallyDue: _.exists(false) }, { tallyDue: now });
}

/** Who was absent before a registration kept what that counts under: as the activity is now. */
async function markAbsences(page: readonly RegistrationRecord[], now: Instant): Promise<void> {
  const absent = page.filter(({ state }) => state === 'absent');
  const bare = absent.filter(({ missed }) => !missed);
  const ids = [...new Set(bare.map(({ activityId }) => activityId))];
  const activities = await byManyIds<ActivityRecord>('activities', ids, { brand: true, format: true });
  for (const { _id, activityId, startKey } of bare) {
    const activity = activities.get(activityId);
    if (!activity) continue;
    const missed = { startsAt: startOf({ startKey }), brand: activity.brand, format: activity.format };
    await changeIf('registrations', _id, { state: 'absent', missed: _.exists(false) }, { missed: _.set(missed) });
  }
  await mark('registrations', absent, now);
}

interface Walk {
  name: string;
  projection: Projection;
  see(page: never[], now: Instant): Promise<void>;
}

const WALKS: readonly Walk[] = [
  { name: 'participations', projection: {}, see: (page, now) => mark('participations', page, now) },
  { name: 'entries', projection: {}, see: (page, now) => mark('entries', page, now) },
  {
    name: 'registrations',
    projection: { state: true, missed: true, activityId: true, startKey: true },
    see: markAbsences,
  },
  {
    name: 'redemptions',
    projection: { state: true, at: true, verified: true, brand: true, enterpriseId: true },
    see: (page: RedemptionRecord[], now) =>
      mark(
        'redemptions',
        page.filter((record) => benefitCountsAs(record) !== ''),
        now,
      ),
  },
];

/**
 * Marks what was written before records were marked, page by page, before the first batch is counted: until then whatever
 * has no mark was never counted. Gives the document that folding goes on from, `undefined` where there is more to mark.
 */
export async function upgraded(record: FoldRecord, now: Instant): Promise<FoldRecord | undefined> {
  if (!record.former) return record;
  const begun = Date.now();
  let { of, after } = record.former;
  while (of < WALKS.length && Date.now() - begun < ENOUGH_MS) {
    const walk = WALKS[of];
    if (!walk) break;
    const { name, projection, see } = walk;
    const page = await find<Stored>(
      name,
      { _id: _.gt(after) },
      { orderBy: ['_id', 'asc'], limit: SWEEP_MOST, projection: { ...projection, tallyDue: true } },
    );
    // Each walk sees pages of its own collection.
    await see(page as never[], now);
    const last = page.at(-1);
    [of, after] = page.length < SWEEP_MOST || !last ? [of + 1, ''] : [of, last._id];
  }
  const { former: _former, ...rest } = record;
  const done = of >= WALKS.length;
  const next: FoldRecord = done ? rest : { ...rest, former: { of, after } };
  const data = { former: done ? _.remove() : _.set({ of, after }) };
  // Only from where it began: a run that was outpaced would else call for marks again on what is counted meanwhile.
  const noted =
    (await insertOnce('batches', next)) || (await changeIf('batches', FOLD, { n: 0, former: record.former }, data));
  return done && noted ? next : undefined;
}
