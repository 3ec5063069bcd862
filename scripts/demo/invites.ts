import type { ActivityRecord } from '../../domain/activity/activity';
import { digestOfText } from '../../domain/id/base32';
import { type GrantInviteRecord, grantCode, invitable, newGrantInvite } from '../../domain/permission/grant-invite';
import { DAY_MS } from '../../domain/time/shanghai';
import type { Instant, Role, Scope } from '../../types/vocabulary';
import { demoId, demoRequest } from './chance';
import { enterpriseId } from './enterprises';
import { DEMO_ENVIRONMENT } from './environment';
import { memberIdOf } from './person';

interface Invite {
  name: string;
  role: Role;
  scope: Scope;
  uses: number;
  /** Of the activity, where it is to one. */
  endsAt?: Instant;
  until?: Instant;
  by: string;
}

function inviteOf({ name, by, endsAt, ...wish }: Invite, madeAt: Instant): GrantInviteRecord {
  const nonce = demoId(`invite ${name}`);
  const ends = invitable(wish, { name, ...(endsAt !== undefined && { endsAt }) }, madeAt);
  if ('refusal' in ends) throw new Error(`${name}: ${ends.refusal}`);
  const request = { id: demoRequest(`invite ${name}`, madeAt), digest: demoId(`invite of ${name}`) };
  const maker = { by: memberIdOf(by), makerKey: digestOfText(by) };
  const code = grantCode(DEMO_ENVIRONMENT.TICKET_KEY, nonce);
  return newGrantInvite(wish, ends, { code, nonce, ...maker, now: madeAt, request });
}

/** Two that are open: helpers for the music festival, and an officer for an enterprise that has none. */
export function invitesOf(
  activities: readonly Pick<ActivityRecord, '_id' | 'endsAt'>[],
  now: Instant,
): GrantInviteRecord[] {
  const festival = activities.find(({ _id }) => _id === 'music-festival');
  const madeAt = now - DAY_MS;
  const officer: Invite = {
    ...{ name: 'officer', role: 'unit-officer', scope: { kind: 'enterprise', id: enterpriseId(3) }, uses: 1 },
    ...{ until: now + 120 * DAY_MS, by: 'demo-admin' },
  };
  if (!festival) return [inviteOf(officer, madeAt)];
  const helpers: Invite = {
    ...{ name: 'helpers', role: 'volunteer', scope: { kind: 'activity', id: festival._id }, uses: 12 },
    ...{ endsAt: festival.endsAt, by: 'demo-organizer' },
  };
  return [inviteOf(helpers, madeAt), inviteOf(officer, madeAt)];
}

/** The code of the demo's invite to help at the music festival. */
export const helpersCode = (): string => grantCode(DEMO_ENVIRONMENT.TICKET_KEY, demoId('invite helpers'));
