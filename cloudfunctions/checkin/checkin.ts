import type { Service } from '../kit/serve';
import { admit } from './admit';
import { arrivals } from './arrivals';
import { atVenue } from './at-venue';
import { duties } from './duties';
import { find } from './find';
import { scan } from './scan';
import { undo } from './undo';
import { venueKey } from './venue-key';

export const checkin: Service<'checkin'> = {
  area: 'checkin',
  operations: { duties, scan, find, admit, atVenue, undo, venueKey, arrivals },
};
