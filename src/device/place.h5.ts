import type { Venue } from '../../types/contract/activity';
import { toast } from './toast';

export const PLACE_HINT = '复制地址';

/** A browser has no map of its own that is not somebody's website: the address goes to the clipboard. */
export async function openPlace(venue: Venue): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${venue.name} ${venue.address}`);
    toast('地址已复制');
  } catch {
    // Without permission for the clipboard the address can still be read and copied by hand.
    toast('请长按地址复制');
  }
}
