import * as v from 'valibot';
import { type CodeVerdict, parseCode, ticketKey, verdictOf } from '../../domain/ticket/code';
import type { CheckinContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { ticketSecret } from '../kit/secrets';
import { presentAdmitted } from './admitted';
import { type Person, personOf } from './attendee';
import { gate, gatekeepers, notServing } from './gatekeepers';
import { letIn, noRegistration } from './let-in';
import type { Scene } from './session';

type Refusal = Refused<RefusalsOf<CheckinContract['scan']>>;

/** Whatever a camera can read, so that a stranger's code is refused as one; no QR code holds more than that. */
export const scanned = v.pipe(v.string(), v.maxLength(4_296));

/** What a code is refused as; `undefined` where it is valid. */
export function codeRefused(why: CodeVerdict) {
  return why === 'valid' ? undefined : ({ ok: false, refusal: 'CODE_REFUSED', detail: { why } } as const);
}

function elsewhere({ activity: { title }, session: { name, startsAt } }: Scene): Refusal {
  return { ok: false, refusal: 'ELSEWHERE', detail: { title, sessionName: name, startsAt } };
}

/** The ticket's code proves that it was drawn just now by a phone that holds the ticket, with or without a network. */
export const scan = write<'checkin.scan'>({
  policy: gatekeepers,
  schema: v.strictObject({ activityId: id, sessionId: id, code: scanned, gate: v.exactOptional(gate) }),
  async run(input, call) {
    const { caller, now } = call;
    const forbidden = notServing(caller, input.activityId, now);
    if (forbidden) return forbidden;
    const code = parseCode(input.code);
    if (code?.kind !== 'ticket') return { ok: false, refusal: 'CODE_REFUSED', detail: { why: 'unknown' } };
    const refused = codeRefused(verdictOf(ticketKey(ticketSecret(), code.registration), code.mac, now));
    const entered = await letIn<Person, Refusal>(
      code.registration,
      {
        proof: { way: 'ticket', by: doerOf(caller), ...(input.gate !== undefined && { gate: input.gate }) },
        afterwards: false,
        missing: refused ?? noRegistration,
        person: ({ memberId }) => personOf(memberId),
        first: (_record, isNew) => (isNew ? refused : undefined),
        last(scene, _decision, { activityId, sessionId }) {
          const here = activityId === input.activityId && sessionId === input.sessionId;
          return here ? undefined : elsewhere(scene);
        },
      },
      call,
    );
    return entered.kind === 'refused' ? entered.refused : presentAdmitted(entered);
  },
});
