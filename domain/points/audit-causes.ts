import type { RedemptionRecord } from '../benefit/redemption';
import type { LeagueRecord } from '../league/league-record';
import { leaguePart } from '../participation/league-part';
import { participationId, type StoredParticipation, undoingOf } from '../participation/participation';
import type { SystemAccount } from './account';
import type { AdjustmentRecord } from './adjustment';
import type { AuditedEntry } from './audit';
import { type Ask, among, byId, known, type Walk } from './audit-asks';
import { AWARDED_FIELDS, type Awarded, awardOf, noLongerRead, readWhyNot } from './audit-reading';
import { type Placed, placingOf, type Service, serviceOf } from './cause-ids';

type Redeemed = Pick<RedemptionRecord, '_id' | 'memberId' | 'price' | 'refunded'>;
/** A league whose places earned points, and how often corrections have changed them. */
type Counted = Pick<LeagueRecord, '_id' | 'placings' | 'recounts'>;
type Participated = Pick<StoredParticipation, '_id' | 'kind' | 'memberId' | 'undoes'>;

/** What stands in the other books about some entries. */
interface Grounds {
  participations: Map<string, Participated>;
  adjustments: Map<string, AdjustmentRecord>;
  /** Entries that organizers have had taken back. */
  reversed: Set<string>;
  redemptions: Map<string, Redeemed>;
  leagues: Map<string, Counted>;
  readers: Map<string, Awarded>;
  /** What is taken back. */
  firsts: Map<string, AuditedEntry>;
  /** The sessions at which somebody let anybody in, and those where one of these was a mistake. */
  served: Set<string>;
  mistaken: Set<string>;
}

const AGAINST: Record<string, SystemAccount> = {
  'took-part': 'issued',
  volunteered: 'issued',
  placing: 'issued',
  reading: 'issued',
  adjustment: 'adjusted',
  redemption: 'redeemed',
  expiry: 'expired',
};

/** `took-part.<id>` in its two parts. */
function parts(entryId: string): [kind: string, of: string] {
  const dot = entryId.indexOf('.');
  return [entryId.slice(0, dot), entryId.slice(dot + 1)];
}

const sessionOf = (entryId: string): string => Object.values(serviceOf(entryId)).join('.');

/** The first record that somebody took part in a league. */
const firstRecordOf = (placed: Placed): string => participationId(leaguePart(placed), 1);

/** What was posted at first, whether by this entry or before the one that takes it back. */
const firstOf = ({ _id, reverses }: AuditedEntry): string => reverses ?? _id;

function idsOf(entries: readonly AuditedEntry[], kind: string): string[] {
  return entries.flatMap((entry) => {
    const [is, of] = parts(firstOf(entry));
    return is === kind ? of : [];
  });
}

/** Who lets in a few hundred at a gate is looked at wholly. */
export const LET_IN_MOST = 1_000;

/** Whom somebody let in at that session. */
export function letInAt({ activityId, sessionId, by }: Service, limit = LET_IN_MOST): Ask {
  return {
    kind: 'page',
    of: 'participations',
    equal: { activityId, sessionId, by },
    limit,
    fields: ['kind', 'awardDue'],
  };
}

function* groundsOf(entries: readonly AuditedEntry[], pending: ReadonlyMap<string, Redeemed>): Walk<Grounds> {
  const took = idsOf(entries, 'took-part');
  const backs = entries.flatMap(({ reverses }) => reverses ?? []);
  const services = [...new Set(entries.map(firstOf).filter((id) => parts(id)[0] === 'volunteered'))];
  const placed = idsOf(entries, 'placing').map((id) => placingOf(`placing.${id}`));
  const leagueIds = [...new Set(placed.map(({ leagueId }) => leagueId))];
  const readerIds = idsOf(entries, 'reading').map((id) => awardOf(id).readerId);
  const [participations, adjustments, reversals, redemptions, leagues, readers, firsts, ...letIn] = yield [
    among(
      'participations',
      '_id',
      [...took, ...took.map(undoingOf), ...placed.map(firstRecordOf)],
      ['kind', 'memberId', 'undoes'],
    ),
    among('adjustments', '_id', idsOf(entries, 'adjustment'), ['kind', 'state', 'memberId', 'points']),
    among('adjustments', 'entryId', backs, ['kind', 'state', 'entryId']),
    among('redemptions', '_id', idsOf(entries, 'redemption'), ['memberId', 'price', 'refunded']),
    among('leagues', '_id', leagueIds, ['placings', 'recounts']),
    among('readers', '_id', readerIds, AWARDED_FIELDS),
    among('entries', '_id', backs, ['memberId', 'points', 'against']),
    ...services.map((id) => letInAt(serviceOf(id), 1)),
  ];
  const reversed = [...byId<AdjustmentRecord>(reversals).values()].filter(({ state }) => state === 'approved');
  const served = new Set(services.filter((_, at) => (letIn[at] ?? []).length > 0).map(sessionOf));
  return {
    participations: byId(participations),
    adjustments: byId(adjustments),
    reversed: new Set(reversed.flatMap(({ entryId }) => entryId ?? [])),
    leagues: byId(leagues),
    readers: byId(readers),
    redemptions: new Map([...pending, ...byId<Redeemed>(redemptions)]),
    firsts: byId(firsts),
    served,
    mistaken: new Set(),
  };
}

/** Why nothing stands for that entry; `undefined` where something does. */
function whyNot(entry: AuditedEntry, grounds: Grounds): string | undefined {
  const { _id, memberId, points, against, reverses } = entry;
  if (reverses !== undefined) return backWhyNot(entry, reverses, grounds);
  const [kind, of] = parts(_id);
  if (AGAINST[kind] !== against) return `is ${against}, and of no cause that could be`;
  switch (kind) {
    case 'took-part': {
      const record = grounds.participations.get(of);
      return record?.kind === 'took-part' && record.memberId === memberId ? undefined : 'there is no such record';
    }
    case 'volunteered':
      if (serviceOf(_id).by !== memberId) return 'is somebody else’s service';
      return grounds.served.has(sessionOf(_id)) ? undefined : 'they let nobody in there';
    case 'placing':
      return placedWhyNot(entry, grounds);
    case 'reading':
      return readWhyNot(entry, of, grounds.readers);
    case 'adjustment': {
      const found = grounds.adjustments.get(of);
      const fits = found?.kind === 'grant' && found.memberId === memberId && found.points === points;
      return fits && found.state === 'approved' ? undefined : 'nobody approved that';
    }
    case 'redemption': {
      const found = grounds.redemptions.get(of);
      return found?.memberId === memberId && found.price === -points ? undefined : 'that was not redeemed';
    }
    default:
      return expiryWhyNot(entry);
  }
}

/** They took part, their entry came to a place, and each entry but the last of theirs was followed by a new count. */
function placedWhyNot({ _id, memberId }: AuditedEntry, { leagues, participations }: Grounds): string | undefined {
  const placed = placingOf(_id);
  const league = leagues.get(placed.leagueId);
  if (placed.memberId !== memberId) return 'is somebody else’s place';
  if (participations.get(firstRecordOf(placed))?.memberId !== memberId) return 'they took no part in it';
  if (!league?.placings?.[placed.entryId]) return 'their entry has no place';
  return placed.turn <= (league.recounts ?? 0) ? undefined : 'places were not counted so often';
}

/** Of one lot of theirs, when its time was over. */
function expiryWhyNot({ _id, memberId, at, lots }: AuditedEntry): string | undefined {
  const [lot, ...others] = lots;
  const fits = lot && others.length === 0 && _id === `expiry.${memberId}.${lot.lot}` && lot.expiresAt <= at;
  return fits ? undefined : 'no such lot of theirs had expired';
}

/** Places were counted once more after those points had been posted. */
function recounted(id: string, { leagues }: Grounds): boolean {
  const { leagueId, turn } = placingOf(id);
  return (leagues.get(leagueId)?.recounts ?? 0) > turn;
}

/** All of what is taken back, of the same member; and somebody, or a mistake, stands for it. */
function backWhyNot(entry: AuditedEntry, reverses: string, grounds: Grounds): string | undefined {
  const { _id, memberId, points, against } = entry;
  const first = grounds.firsts.get(reverses);
  if (!first) return 'takes back what was never posted';
  const whole = _id === `back.${reverses}` && first.points === -points && first.against === against;
  if (!whole || first.memberId !== memberId) return 'is not what it takes back';
  const [kind, of] = parts(reverses);
  if (kind === 'redemption')
    return grounds.redemptions.get(of)?.refunded === points ? undefined : 'that was not to be given back';
  if (grounds.reversed.has(reverses)) return undefined;
  if (kind === 'placing' && recounted(reverses, grounds)) return undefined;
  if (kind === 'reading' && noLongerRead(of, grounds.readers)) return undefined;
  const undone = kind === 'took-part' && grounds.participations.get(undoingOf(of))?.undoes === of;
  return undone || (kind === 'volunteered' && grounds.mistaken.has(sessionOf(reverses)))
    ? undefined
    : 'nothing says that it is to be taken back';
}

/** The sessions among those that are taken back where somebody who was let in was not there. */
function* mistakesOf(entries: readonly AuditedEntry[], { reversed }: Grounds): Walk<Set<string>> {
  const backs = entries.flatMap(({ reverses = '' }) =>
    parts(reverses)[0] === 'volunteered' && !reversed.has(reverses) ? reverses : [],
  );
  if (backs.length === 0) return new Set();
  const letIn = yield backs.map((id) => letInAt(serviceOf(id)));
  const idsAt = (at: number) => (letIn[at] as { _id: string }[] | undefined)?.map(({ _id }) => undoingOf(_id)) ?? [];
  const undone = yield* known(
    'participations',
    backs.flatMap((_, at) => idsAt(at)),
  );
  return new Set(backs.filter((_, at) => idsAt(at).some((id) => undone.has(id))).map(sessionOf));
}

/** Entries for which nothing stands in the other books. `pending`: redemptions that accounts have decided on. */
export function* causeFaults(entries: readonly AuditedEntry[], pending: ReadonlyMap<string, Redeemed>): Walk<string[]> {
  const grounds = yield* groundsOf(entries, pending);
  const mistaken = yield* mistakesOf(entries, grounds);
  return entries.flatMap((entry) => {
    const why = whyNot(entry, { ...grounds, mistaken });
    return why === undefined ? [] : `${entry._id}: ${why}`;
  });
}
