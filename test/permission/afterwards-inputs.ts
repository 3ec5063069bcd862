import { addHeld, HELD, tookPart } from '../support/afterwards';
import type { RunningCloud } from '../support/cloud';
import { memberOf } from '../support/town';

export const addHeldFair = (cloud: RunningCloud): Promise<void> => addHeld(cloud);

/** Of an activity that is over, with a record that the asker was there. */
export function afterwardsInputs(
  cloud: () => RunningCloud,
): Record<string, (openid: string) => Promise<object> | object> {
  const there = async (openid: string) => {
    await tookPart(cloud(), memberOf(openid)._id);
    return { activityId: HELD };
  };
  return {
    'afterwards.feedback': there,
    'afterwards.answer': async (openid) => ({ ...(await there(openid)), stars: 5, again: 'yes', words: '' }),
    'afterwards.result': () => ({ activityId: HELD }),
  };
}
