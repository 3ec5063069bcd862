import { serve } from '../kit/serve';
import { member } from './member';
export const main = serve(member);
