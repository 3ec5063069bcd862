import { serve } from '../kit/serve';
import { afterwards } from './afterwards';

export const main = serve(afterwards);
