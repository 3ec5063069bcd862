import { serve } from '../kit/serve';
import { benefit } from './benefit';

export const main = serve(benefit);
