import { serve } from '../kit/serve';
import { message } from './message';
export const main = serve(message);
