import type { DecidedRedemption } from '../../domain/points/account';
import { insertOnce } from './documents';

/** Writes out a redemption that its member's account has decided; once, whoever comes to it and however often. */
export async function writeRedeemed(redemption: DecidedRedemption): Promise<void> {
  await insertOnce('redemptions', redemption);
}
