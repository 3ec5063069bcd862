import type { InviteShut } from '../../types/contract';
import type { Grant, Instant, MemberId, Role, Scope } from '../../types/vocabulary';
import { digestOfText } from '../id/base32';
import type { AcceptedRequest } from '../request/remembered';
import { keyed } from '../ticket/code';
import { DAY_MS, dayOf, startOfDay, timeKey } from '../time/shanghai';
import { sameScope, withGrant } from './grants';

/** 120 bits: nobody guesses one. */
const CODE_LENGTH = 24;

/** An invite lasts so long at most, milliseconds: a link that somebody finds in an old chat gives nothing. */
export const INVITE_MS = 7 * DAY_MS;

export interface Acceptance {
  at: Instant;
  /** Their role is in their own documents, and nothing is left to do. */
  settled?: true;
}

/** An invite to a role. Its id is a digest of its code: whoever reads the store cannot make the link of it. */
export interface GrantInviteRecord {
  _id: string;
  v: 1;
  /** From this and the deployment's key the code is made, so that those who may see the link can be shown it again. */
  nonce: string;
  role: Role;
  scope: Scope;
  /** The scope as a text: what lists ask for. */
  of: string;
  until?: Instant;
  uses: number;
  /** How many have accepted: as many as `accepted` has. */
  used: number;
  madeAt: Instant;
  expiresAt: Instant;
  /** When it ends, and id: sorts lists, and a page can go on from it. */
  expiresKey: string;
  /** Empty where the first admin made it, who need be no member. */
  by: MemberId | '';
  /** The caller document of its maker: it works only while they may give the role themselves. Empty once they have left. */
  makerKey: string;
  state: 'open' | 'withdrawn';
  accepted: Record<MemberId, Acceptance>;
  /** When an acceptance may be left half done. */
  dueAt?: Instant;
  request: AcceptedRequest;
}

export function scopeKey(scope: Scope): string {
  return scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.id}`;
}

/** The code of an invite's link, from the deployment's key: the same whenever it is made. */
export function grantCode(secret: string, nonce: string): string {
  return keyed(secret, `grant ${nonce}`, CODE_LENGTH);
}

/** The id of the invite that a link leads to. */
export function grantInviteId(code: string): string {
  return digestOfText(`grant ${code.trim().toLowerCase()}`);
}

/** The last instant of the day on which something ends: a helper's role, where nobody says until when. */
export function lastOfDay(at: Instant): Instant {
  return startOfDay(dayOf(at)) + DAY_MS - 1;
}

/** What an invite is about, by name, and until when somebody can be of use there; absent: without an end. */
export interface ScopeFacts {
  name: string;
  endsAt?: Instant;
  /** Cancelled: nobody is needed any more. */
  gone?: true;
  league?: true;
}

interface Wish {
  role: Role;
  scope: Scope;
  until?: Instant;
  uses: number;
}

export type Invitable = { until?: Instant; expiresAt: Instant } | { refusal: 'NOTHING_TO_DO' | 'UNTIL_PASSED' };

/**
 * Until when the role and the invite would last. Who helps at an activity, and nobody says until when, does so to the end of
 * its last day.
 */
export function invitable({ until }: Pick<Wish, 'until'>, { endsAt, gone }: ScopeFacts, now: Instant): Invitable {
  if (gone || (endsAt !== undefined && endsAt <= now)) return { refusal: 'NOTHING_TO_DO' };
  if (until !== undefined && until <= now) return { refusal: 'UNTIL_PASSED' };
  const ends = until ?? (endsAt === undefined ? undefined : lastOfDay(endsAt));
  return {
    ...(ends !== undefined && { until: ends }),
    expiresAt: Math.min(now + INVITE_MS, ends ?? Number.POSITIVE_INFINITY, endsAt ?? Number.POSITIVE_INFINITY),
  };
}

export interface Making {
  code: string;
  nonce: string;
  by: MemberId | '';
  makerKey: string;
  now: Instant;
  request: AcceptedRequest;
}

export function newGrantInvite(
  { role, scope, uses }: Wish,
  { until, expiresAt }: { until?: Instant; expiresAt: Instant },
  { code, nonce, by, makerKey, now, request }: Making,
): GrantInviteRecord {
  const _id = grantInviteId(code);
  return {
    ...{ _id, v: 1, nonce, role, scope, of: scopeKey(scope), uses, used: 0, madeAt: now, by, makerKey },
    ...(until !== undefined && { until }),
    ...{ expiresAt, expiresKey: timeKey(expiresAt, _id), state: 'open', accepted: {}, request },
  };
}

/** Those are held for as long as the invite would give them, or longer. */
export function heldAlready(
  { role, scope, until }: Pick<GrantInviteRecord, 'role' | 'scope' | 'until'>,
  grants: readonly Grant[],
): boolean {
  return grants.some(
    (grant) =>
      grant.role === role &&
      sameScope(grant.scope, scope) &&
      (grant.until === undefined || (until !== undefined && grant.until >= until)),
  );
}

/** What has to be known beside the invite to say whether it works. */
export interface InviteState {
  /** Its maker may give that role now. */
  makerMay: boolean;
  facts: ScopeFacts | undefined;
  now: Instant;
}

/** Why nobody can accept it any more; `undefined` while somebody can. What was done on purpose is told first. */
export function shutBy(
  invite: Pick<GrantInviteRecord, 'state' | 'used' | 'uses' | 'expiresAt'>,
  { makerMay, facts, now }: InviteState,
): InviteShut | undefined {
  if (invite.state === 'withdrawn') return 'withdrawn';
  if (!facts || facts.gone || (facts.endsAt !== undefined && facts.endsAt <= now)) return 'over';
  if (!makerMay) return 'maker-gone';
  if (invite.expiresAt <= now) return 'expired';
  return invite.used >= invite.uses ? 'used-up' : undefined;
}

/** Who accepts, as their own document says. */
export interface Acceptor {
  memberId: MemberId;
  enterpriseId: string | undefined;
  /** In force. */
  grants: readonly Grant[];
}

/**
 * What becomes of somebody's acceptance. `settle`: it was accepted before, and only their own documents may not know it
 * yet. `held`: nothing to change and nothing to use up. `take`: one of the uses is theirs, if it is still there.
 */
export type Accepting =
  | { kind: 'settle' | 'held' | 'take' }
  | { kind: 'shut'; why: InviteShut }
  | { kind: 'other-enterprise' };

export function accepting(invite: GrantInviteRecord, acceptor: Acceptor, state: InviteState): Accepting {
  const mine = invite.accepted[acceptor.memberId];
  if (mine && mine.settled !== true) return { kind: 'settle' };
  if (heldAlready(invite, acceptor.grants)) return { kind: 'held' };
  if (mine) return { kind: 'shut', why: 'yours-ended' };
  const why = shutBy(invite, state);
  if (why) return { kind: 'shut', why };
  const { scope } = invite;
  if (scope.kind === 'enterprise' && scope.id !== acceptor.enterpriseId) return { kind: 'other-enterprise' };
  return { kind: 'take' };
}

/** Somebody's grants with what they accepted; one that lasts longer stays as it is. */
export function withAccepted(grants: readonly Grant[], invite: GrantInviteRecord): Grant[] {
  const { role, scope, until } = invite;
  if (heldAlready(invite, grants)) return [...grants];
  return withGrant(grants, { role, scope, ...(until !== undefined && { until }) });
}
