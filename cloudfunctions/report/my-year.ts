import * as v from 'valibot';
import { type MyRecords, myYearOf, type ReadThere, type WentThere } from '../../domain/report/my-year';
import { DAY_MS, dayOf, startOfDay, timeKey } from '../../domain/time/shanghai';
import type { ChallengePlan } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { find } from '../kit/documents';
import { loadAccount } from '../kit/ledger';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { yearNumber } from '../kit/year-number';

/** Records of one member's year, which has 365 evenings. */
const RECORDS_MOST = 1_000;
const CHALLENGES_MOST = 50;
/** A gate opens the evening before a session after midnight, and a list is corrected for a month. */
const BEFORE_MS = DAY_MS;
const AFTER_MS = 32 * DAY_MS;

const spanOf = (year: number) => ({ startsAt: startOfDay(`${year}-01-01`), endsAt: startOfDay(`${year + 1}-01-01`) });

type WentFound = Omit<WentThere, 'venueName'> & { venueName?: string[] };

async function wentIn(memberId: MemberId, year: number): Promise<WentThere[]> {
  const { startsAt, endsAt } = spanOf(year);
  const { list } = await database
    .collection('participations')
    .aggregate()
    .match({ memberId, at: _.gte(startsAt - BEFORE_MS).and(_.lt(endsAt + AFTER_MS)) })
    .limit(RECORDS_MOST)
    .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activity' })
    .project({
      ...{ kind: 1, memberId: 1, activityId: 1, sessionId: 1, brand: 1, format: 1, enterpriseId: 1, employment: 1 },
      ...{ seats: 1, at: 1, startsAt: 1, undoes: 1, venueName: '$activity.venue.name' },
    })
    .end();
  return (list as WentFound[]).map(({ venueName: [venue] = [], ...record }) => ({
    ...record,
    ...(venue !== undefined && { venueName: venue }),
  }));
}

type ReadFound = ReadThere['reader'] & { challengeId: string; plan: ChallengePlan[] };

async function readBy(memberId: MemberId): Promise<ReadThere[]> {
  const { list } = await database
    .collection('readers')
    .aggregate()
    .match({ memberId })
    .limit(CHALLENGES_MOST)
    .lookup({ from: 'challenges', localField: 'challengeId', foreignField: '_id', as: 'challenge' })
    .project({ days: 1, fills: 1, joinedOn: 1, challengeId: 1, plan: '$challenge.plan' })
    .end();
  return (list as ReadFound[]).flatMap(({ challengeId: id, plan: [plan], ...reader }) =>
    plan ? { reader, terms: { id, startsOn: plan.startsOn, endsOn: plan.endsOn, rule: plan.rule } } : [],
  );
}

function namedIn(memberId: MemberId, year: number): Promise<MyRecords['named'][number][]> {
  const { startsAt, endsAt } = spanOf(year);
  // Made offline on the last evening, and arrived within two days.
  const made = _.gte(timeKey(startsAt)).and(_.lt(timeKey(endsAt + 2 * DAY_MS)));
  return find(
    'checkIns',
    { memberId, madeKey: made },
    { orderBy: ['madeKey', 'asc'], limit: RECORDS_MOST, projection: { book: true } },
  );
}

/** Five calls, the caller's own read among them. */
export const myYear = read<'report.myYear'>({
  policy: anyone,
  schema: v.strictObject({ year: yearNumber }),
  async run({ year }, { caller: { memberId }, now }) {
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const [went, readThere, named, { earned }] = await Promise.all([
      wentIn(memberId, year),
      readBy(memberId),
      namedIn(memberId, year),
      loadAccount(memberId),
    ]);
    return { ok: true, value: { ...myYearOf({ year, went, read: readThere, named, earned, today: dayOf(now) }), now } };
  },
});
