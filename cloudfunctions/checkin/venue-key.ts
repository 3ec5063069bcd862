import * as v from 'valibot';
import { venueKey as keyOf } from '../../domain/ticket/code';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { ticketSecret } from '../kit/secrets';
import { gatekeepers, notServing } from './gatekeepers';
import { sceneOf } from './session';

/** With the key the venue's screen draws its codes without a network; who has it is trusted as who serves there. */
export const venueKey = read<'checkin.venueKey'>({
  policy: gatekeepers,
  schema: v.strictObject({ activityId: id, sessionId: id }),
  async run({ activityId, sessionId }, { caller, now }) {
    const forbidden = notServing(caller, activityId, now);
    if (forbidden) return forbidden;
    const scene = await sceneOf(activityId, sessionId);
    if ('missing' in scene) return scene.missing;
    const key = keyOf(ticketSecret(), activityId, sessionId);
    return { ok: true, value: { key, title: scene.activity.title, sessionName: scene.session.name, now } };
  },
});
