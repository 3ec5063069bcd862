import type { CodeRecord } from '../../domain/benefit/benefit';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { RedemptionId } from '../../types/vocabulary';
import { newDigits } from './digits';
import { byId, changeIf, find, insertOnce, isDuplicate } from './documents';
import { Busy } from './transaction';

/** Free codes looked at together: who takes one by chance of many seldom meets another who would take the same. */
const CHOICE = 20;
const TRIES = 10;

/** Gives a free code to the redemption; its id as holder is unique, so it never has two. */
async function giveCode({ _id: holder, benefitId }: RedemptionRecord): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const free = await find<Pick<CodeRecord, '_id'>>(
      'codes',
      { benefitId, free: true },
      { limit: CHOICE, projection: { _id: true } },
    );
    const code = free[Math.floor(Math.random() * free.length)];
    // There are as many codes as stock, so the redemption has one already, or somebody took the last meanwhile.
    if (!code) {
      if ((await codeOf(holder)) !== undefined) return;
      throw new Error(`no code is left of ${benefitId}`);
    }
    try {
      if (await changeIf('codes', code._id, { free: true }, { free: false, holder })) return;
    } catch (error) {
      if (isDuplicate(error)) return;
      throw error;
    }
  }
  throw new Busy('codes kept being taken');
}

/** The code that was given with that redemption. */
export async function codeOf(holder: RedemptionId): Promise<string | undefined> {
  const [given] = await find<CodeRecord>('codes', { holder }, { limit: 1 });
  return given?.code;
}

/**
 * Writes out a redemption that its member's account has decided; once, whoever comes to it and however often. Where
 * its digits are another's already it gets new ones: nobody has seen them yet.
 */
export async function writeRedeemed(redemption: RedemptionRecord): Promise<void> {
  for (
    let record = redemption;
    !(await insertOnce('redemptions', record));
    record = { ...record, digits: newDigits() }
  ) {
    if (await byId('redemptions', redemption._id, { state: true })) break;
  }
  if (redemption.kind === 'codes') await giveCode(redemption);
}
