import type { ActivityRecord } from '../../domain/activity/activity';
import { edited, hasPools, overIn, plannedEdit, planOf, type Wanted } from '../../domain/activity/edit';
import { editIssues, zoneIssues } from '../../domain/activity/edit-issues';
import { type LogRecord, logId, logOf } from '../../domain/activity/log';
import { planIssues, senseIssues } from '../../domain/activity/plan-issues';
import { confirmationOf, type TouchFound, touchesOf } from '../../domain/activity/touches';
import type { MemberRecord } from '../../domain/member/member';
import type {
  Answer,
  Issue,
  OrganizerContract,
  Plan,
  RefusalsOf,
  Refused,
  TooSmall,
  Touch,
} from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { ActivityId, Instant } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, byIds, changeIf } from '../kit/documents';
import type { WriteCall } from '../kit/operation';
import { readPoolsOf } from '../kit/places';
import { Busy } from '../kit/transaction';
import { carry } from './carry';
import { holdersOf } from './holders';
import { answered } from './log-book';

/** Operations that change an activity; they may refuse the same, save what each says more. */
export type EditOp =
  | 'editActivity'
  | 'publishActivity'
  | 'closeSignUp'
  | 'extendSignUp'
  | 'cancelActivity'
  | 'moveSession'
  | 'setCapacity';

type Unfit = Refused<RefusalsOf<OrganizerContract['editActivity']>>;
type EditAnswer<O extends EditOp> = Answer<OrganizerContract[O]>;

/** Times an edit is decided anew because another one came first. */
const TRIES = 5;

/** People named of each touch. */
const NAMED = 20;

export interface Edit<O extends EditOp> {
  op: O;
  activityId: ActivityId;
  what: LogRecord['what'];
  reason?: string;
  confirmed?: string;
  /** What the activity should be, what it is already and may be answered at once, or why not. */
  want(activity: ActivityRecord): { wanted: Wanted } | { answer: EditAnswer<O> };
}

/** What is over, or cancelled, changes no more; a draft may still be given other days. */
export function unchangeable(activity: ActivityRecord, now: Instant) {
  const { state, endsAt } = activity;
  const why = state === 'cancelled' ? state : state === 'published' && endsAt <= now ? 'over' : undefined;
  return why && ({ ok: false, refusal: 'NOT_CHANGEABLE', detail: { state: why } } as const);
}

async function named(touches: readonly TouchFound[]): Promise<Touch[]> {
  const ids = touches.flatMap(({ of }) => of.slice(0, NAMED));
  const members = await byIds<Pick<MemberRecord, '_id' | 'name'>>('members', ids, { name: true });
  const names = new Map(members.map(({ _id, name }) => [_id, name]));
  return touches.map(({ of, ...touch }) => ({
    ...touch,
    names: of.slice(0, NAMED).flatMap((memberId) => names.get(memberId) ?? []),
  }));
}

const unfit = (issues: Issue[]): Unfit => ({ ok: false, refusal: 'PLAN_UNFIT', detail: { issues } });

/** What speaks against the plan by itself, or by what has been published. */
function issuesOf(activity: ActivityRecord, plan: Plan, now: Instant): Issue[] {
  const issues = [...planIssues(plan), ...senseIssues(plan)];
  return hasPools(activity) ? [...issues, ...editIssues(activity, plan, now)] : issues;
}

/** Whom the plan touches: asked until it was confirmed as it is. */
async function touched(
  activity: ActivityRecord,
  plan: Plan,
  { op, confirmed }: Pick<Edit<EditOp>, 'op' | 'confirmed'>,
  call: WriteCall,
): Promise<Unfit | undefined> {
  if (!hasPools(activity)) return undefined;
  const before = planOf(activity);
  const holders = await holdersOf(activity._id, before, plan);
  const issues = zoneIssues(before, plan, holders);
  if (issues.length > 0) return unfit(issues);
  const touches = touchesOf(before, plan, holders);
  if (touches.length === 0) return undefined;
  const token = confirmationOf({ activityId: activity._id, termsV: activity.termsV, plan }, touches);
  if (token === confirmed) return undefined;
  await audited(call, {
    what: `organizer.${op}`,
    of: { kind: 'activity', id: activity._id },
    members: touches.flatMap(({ of }) => of.slice(0, NAMED)),
    phones: 'none',
  });
  return { ok: false, refusal: 'NEEDS_CONFIRMATION', detail: { touches: await named(touches), token } };
}

/** Begins the edit, if the activity still is as it was read; what happens to it then is `carry`'s. */
async function begin(
  activity: ActivityRecord,
  wanted: Wanted,
  edit: Pick<Edit<EditOp>, 'op' | 'activityId' | 'what' | 'reason' | 'confirmed'>,
  call: WriteCall,
): Promise<Unfit | undefined> {
  const { caller, request, now } = call;
  const { activityId, what, reason } = edit;
  const issues = wanted.state === 'cancelled' ? [] : issuesOf(activity, wanted.plan, now);
  if (issues.length > 0) return unfit(issues);
  const pools = await readPoolsOf(activityId);
  const log = logOf({
    ...{ activityId, at: now, by: doerOf(caller), what, request },
    ...(reason !== undefined && { reason }),
  });
  const target = { ...wanted, promiseV: activity.promiseV, termsV: activity.termsV };
  const over = overIn(activity, edited(activity, target), pools);
  if (over.length > 0) return { ok: false, refusal: 'TOO_SMALL', detail: { over } };
  const asking = await touched(activity, wanted.plan, edit, call);
  if (asking) return asking;
  await changeIf(
    'activities',
    activityId,
    { termsV: activity.termsV, next: _.exists(false) },
    { next: _.set(plannedEdit(activity, wanted, log, pools)), dueAt: now + ABANDONED_MS },
  );
  return undefined;
}

/**
 * A change of an activity, from reading it to all that follows at once. It spans the activity and its pools, so what
 * is wanted is written down first (`begin`) and then carried out (`carry`), by this call or whoever comes next. Sent
 * again it gives the answer that it was given.
 */
export async function editActivityAs<O extends EditOp>(edit: Edit<O>, call: WriteCall): Promise<EditAnswer<O> | Unfit> {
  const { activityId } = edit;
  const { request, now } = call;
  const own = logId(activityId, request.id);
  let over: TooSmall[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = await answered<`organizer.${O}`>(activityId, request);
    if (known) return known as EditAnswer<O>;
    // Begun by this very command and taken back: the numbers are what was seen then.
    if (over.length > 0) return { ok: false, refusal: 'TOO_SMALL', detail: { over } };
    const activity = await byId<ActivityRecord>('activities', activityId);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const underWay = activity.next?.log._id;
    if (underWay === undefined) {
      const want = edit.want(activity);
      if ('answer' in want) return want.answer;
      const refused = await begin(activity, want.wanted, edit, call);
      if (refused) return refused;
    }
    const found = await carry(activityId, underWay ?? own, now);
    if ((underWay ?? own) === own) over = found;
  }
  throw new Busy('the activity kept changing');
}
