import { serve } from '../kit/serve';
import { reading } from './reading';

export const main = serve(reading);
