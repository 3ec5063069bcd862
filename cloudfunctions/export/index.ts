import { serve } from '../kit/serve';
import { export as service } from './export';
export const main = serve(service);
