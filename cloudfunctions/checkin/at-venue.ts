import * as v from 'valibot';
import { poolIdOf } from '../../domain/signup/pool';
import { holdKeyOf, type RegistrationRecord } from '../../domain/signup/registration';
import { type CheckInDecision, nearVenue } from '../../domain/ticket/check-in';
import { parseCode, venueKey, verdictOf } from '../../domain/ticket/code';
import type { CheckinContract, Position, RefusalsOf, Refused } from '../../types/contract';
import type { ActivityId, MemberId, RegistrationId, SessionId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { ticketSecret } from '../kit/secrets';
import { letIn, noRegistration } from './let-in';
import { codeRefused, scanned } from './scan';
import type { Scene } from './session';

type Refusal = Refused<RefusalsOf<CheckinContract['atVenue']>>;

const degrees = (most: number) => v.pipe(v.number(), v.finite(), v.minValue(-most), v.maxValue(most));

/** What the member holds in that session, whether its pool is the activity's or its own. */
async function heldIn(
  activityId: ActivityId,
  sessionId: SessionId,
  memberId: MemberId,
): Promise<RegistrationId | undefined> {
  const pools = (['activity', 'session'] as const).map((per) => poolIdOf(activityId, sessionId, per));
  const holdKey = _.in(pools.map((pool) => holdKeyOf(pool, memberId)));
  const held = await find<Pick<RegistrationRecord, '_id' | 'sessionId'>>(
    'registrations',
    { holdKey },
    { limit: pools.length, projection: { sessionId: true } },
  );
  return held.find((record) => record.sessionId === sessionId)?._id;
}

/** Asked of who would come in, so that nobody gives their position for a no. */
function tooFar({ activity }: Scene, decision: CheckInDecision, position: Position | undefined): Refusal | undefined {
  if (decision.kind !== 'change') return undefined;
  const nearness = nearVenue(activity.venue, position);
  if (nearness === 'near') return undefined;
  if (nearness === 'unknown') return { ok: false, refusal: 'POSITION_NEEDED', detail: {} };
  return { ok: false, refusal: 'TOO_FAR', detail: nearness };
}

/** The caller document says where they work now: it is rewritten whenever that changes. */
function employedAs({ enterpriseId, employment }: Caller) {
  return enterpriseId === undefined || employment === undefined ? undefined : { enterpriseId, employment };
}

/** The venue's code proves that the member's phone sees the screen now; where it asks for it, that it is near too. */
export const atVenue = write<'checkin.atVenue'>({
  policy: anyone,
  schema: v.strictObject({
    code: scanned,
    position: v.exactOptional(v.strictObject({ latitude: degrees(90), longitude: degrees(180) })),
  }),
  async run({ code: text, position }, call) {
    const { caller, now } = call;
    const code = parseCode(text);
    if (code?.kind !== 'venue') return { ok: false, refusal: 'CODE_REFUSED', detail: { why: 'unknown' } };
    const { activity, session, mac } = code;
    const refused = codeRefused(verdictOf(venueKey(ticketSecret(), activity, session), mac, now));
    const { memberId } = caller;
    const registrationId = memberId === undefined ? undefined : await heldIn(activity, session, memberId);
    if (memberId === undefined || registrationId === undefined) return refused ?? noRegistration;
    const entered = await letIn<{ enterpriseId: string; employment: NonNullable<Caller['employment']> }, Refusal>(
      registrationId,
      {
        proof: { way: 'venue', by: memberId },
        afterwards: false,
        missing: refused ?? noRegistration,
        person: async () => employedAs(caller),
        first: (_record, isNew) => (isNew ? refused : undefined),
        last: (scene, decision) => tooFar(scene, decision, position),
      },
      call,
    );
    if (entered.kind === 'refused') return entered.refused;
    const { record, again } = entered;
    const { title } = entered.activity;
    const at = record.attendance?.at ?? now;
    return { ok: true, value: { registrationId, title, sessionName: entered.session.name, at, again } };
  },
});
