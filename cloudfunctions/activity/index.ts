import { serve } from '../kit/serve';
import { activity } from './activity';
export const main = serve(activity);
