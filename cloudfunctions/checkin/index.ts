import { serve } from '../kit/serve';
import { checkin } from './checkin';
export const main = serve(checkin);
