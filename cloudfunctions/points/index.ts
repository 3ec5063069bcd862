import { serve } from '../kit/serve';
import { points } from './points';
export const main = serve(points);
