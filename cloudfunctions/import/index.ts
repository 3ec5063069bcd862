import { serve } from '../kit/serve';
import { importing } from './importing';
export const main = serve(importing);
