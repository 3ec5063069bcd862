import type { ActivityRecord } from '../../domain/activity/activity';
import type { LeagueRecord } from '../../domain/league/league-record';
import type { MemberRecord } from '../../domain/member/member';
import type { ParticipationRecord } from '../../domain/participation/participation';
import { holdsFor } from '../../domain/permission/grants';
import type { RuleBook } from '../../types/contract';
import type { ActivityId, Instant, MemberId, SessionId } from '../../types/vocabulary';
import { byManyIds } from '../kit/documents';
import { publishedBooks } from '../kit/rule-books';

/** A session at whose gate somebody may have served. */
export interface Service {
  activityId: ActivityId;
  sessionId: SessionId;
  /** When they first let somebody in, of what is looked at. */
  at: Instant;
  /** Whom they let in, of those. */
  letIn: ParticipationRecord[];
}

/** What of one member has to be looked at, and the records for which. */
export interface Work {
  memberId: MemberId;
  took: ParticipationRecord[];
  undone: ParticipationRecord[];
  served: Service[];
  records: string[];
}

/** What decides about points beside the records themselves. */
export interface Facts {
  books: RuleBook[];
  titleOf(activityId: ActivityId): string;
}

/** What an activity, or a league, is called. */
async function titlesOf(due: readonly ParticipationRecord[]): Promise<Map<string, string>> {
  const ids = [...new Set(due.map(({ activityId }) => activityId))];
  // An activity may be of the format `league` too; only the store knows which of both it is.
  const ofFormat = new Set(due.filter(({ format }) => format === 'league').map(({ activityId }) => activityId));
  const [activities, leagues] = await Promise.all([
    byManyIds<Pick<ActivityRecord, '_id' | 'title'>>('activities', ids, { title: true }),
    byManyIds<Pick<LeagueRecord, '_id' | 'plan'>>('leagues', [...ofFormat], { 'plan.title': true }),
  ]);
  const titles = [...activities.values()].map(({ _id, title }) => [_id, title] as const);
  return new Map([...titles, ...[...leagues.values()].map(({ _id, plan }) => [_id, plan.title] as const)]);
}

export async function factsOf(due: readonly ParticipationRecord[]): Promise<Facts> {
  const [books, titles] = await Promise.all([publishedBooks(), titlesOf(due)]);
  return { books, titleOf: (activityId) => titles.get(activityId) ?? '' };
}

/** The first record of each that is undone here. */
async function undoneOnes(due: readonly ParticipationRecord[]): Promise<Map<string, ParticipationRecord>> {
  return byManyIds<ParticipationRecord>(
    'participations',
    due.flatMap(({ undoes }) => undoes ?? []),
  );
}

/** Who vouched as a volunteer of that activity; who has left, or lost the grant before it was looked at, is none. */
async function volunteersOf(records: readonly ParticipationRecord[]) {
  const ids = [...new Set(records.map(({ by }) => by).filter((by) => by !== ''))];
  const members = await byManyIds<Pick<MemberRecord, '_id' | 'grants'>>('members', ids, { grants: true });
  return ({ by, activityId, at, memberId }: ParticipationRecord): boolean =>
    by !== memberId && holdsFor(members.get(by)?.grants ?? [], ['volunteer'], { kind: 'activity', id: activityId }, at);
}

/** What there is to do, member by member: their own records, and the sessions at which they served. */
export async function worksOf(due: readonly ParticipationRecord[]): Promise<Work[]> {
  const firsts = await undoneOnes(due);
  const isVolunteer = await volunteersOf([...due, ...firsts.values()]);
  const works = new Map<MemberId, Work>();
  const of = (memberId: MemberId, record: ParticipationRecord): Work => {
    const work = works.get(memberId) ?? { memberId, took: [], undone: [], served: [], records: [] };
    works.set(memberId, work);
    work.records.push(record._id);
    return work;
  };
  for (const record of due) {
    const mine = of(record.memberId, record);
    mine[record.kind === 'undone' ? 'undone' : 'took'].push(record);
    const first = record.undoes === undefined ? record : firsts.get(record.undoes);
    if (!first || !isVolunteer(first)) continue;
    const { activityId, sessionId, at } = first;
    const { served } = of(first.by, record);
    const known = served.find((each) => each.activityId === activityId && each.sessionId === sessionId);
    const service = known ?? { activityId, sessionId, at, letIn: [] };
    if (!known) served.push(service);
    if (record.kind === 'took-part') service.letIn.push(record);
  }
  return [...works.values()];
}
