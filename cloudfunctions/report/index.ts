import { serve } from '../kit/serve';
import { report } from './report';
export const main = serve(report);
