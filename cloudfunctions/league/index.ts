import { serve } from '../kit/serve';
import { league } from './league';

export const main = serve(league);
