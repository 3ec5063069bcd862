import { serve } from '../kit/serve';
import { organizer } from './organizer';
export const main = serve(organizer);
