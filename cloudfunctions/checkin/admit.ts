import * as v from 'valibot';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { presentAdmitted } from './admitted';
import { type Person, personOf } from './attendee';
import { type Forbidden, gate, gatekeepers, isOrganizer, notServing } from './gatekeepers';
import { letIn, noRegistration } from './let-in';

/** From the list: somebody without a phone, or whom everybody knows. Organizers correct the list afterwards too. */
export const admit = write<'checkin.admit'>({
  policy: gatekeepers,
  schema: v.strictObject({ registrationId: id, gate: v.exactOptional(gate) }),
  async run({ registrationId, gate: at }, call) {
    const { caller, now } = call;
    const entered = await letIn<Person, Forbidden>(
      registrationId,
      {
        proof: { way: 'list', by: doerOf(caller), ...(at !== undefined && { gate: at }) },
        afterwards: isOrganizer(caller, now),
        missing: noRegistration,
        person: ({ memberId }) => personOf(memberId),
        first: ({ activityId }) => notServing(caller, activityId, now),
      },
      call,
    );
    return entered.kind === 'refused' ? entered.refused : presentAdmitted(entered);
  },
});
