import { holds, itemsOf } from './expect';
import type { Stage } from './journey';

/** Benefits of the demo that its worker has redeemed. */
export type Held = 'coffee' | 'film-ticket' | 'book-bag';

/** The id of the latest redemption that person has of that benefit; throws where there is none. */
export async function heldVoucher(stage: Stage, openid: string, benefitId: string): Promise<string> {
  const mine = itemsOf(await stage.ask(openid, 'benefit.mine', {}));
  const id = mine.find((each) => each.benefitId === benefitId)?.id;
  holds(typeof id === 'string', `${openid} has redeemed nothing of ${benefitId}`);
  return id;
}
