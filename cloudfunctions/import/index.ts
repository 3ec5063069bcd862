import { serve } from '../kit/serve';
import { import as importing } from './import';
export const main = serve(importing);
