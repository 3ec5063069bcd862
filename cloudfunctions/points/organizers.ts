import type { Caller } from '../kit/caller';
import { staff } from '../kit/policy';

/** Who looks at other people's points and adjusts them. */
export const organizers = staff('admin', 'organizer');

/** Who did it, in the books; empty where the first admin does, who need be no member. */
export function organizerOf({ memberId }: Caller): string {
  return memberId ?? '';
}
