import { staff } from '../kit/policy';

/** Who looks at other people's points and adjusts them. */
export const organizers = staff('admin', 'organizer');
