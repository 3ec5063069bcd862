import { MOBILE } from '../../domain/member/phone';
import { openapi } from '../kit/cloud';

export type PhoneTold = { kind: 'phone'; phone: string } | { kind: 'refused' } | { kind: 'unavailable' };

/** The platform's own numbers for a code that is used, too old or not its own. */
const BAD_CODE = [40029, 40013, 41002, 40163];

/** The number behind the platform's phone code. A code is good once, so a try that failed needs a new one. */
export async function phoneOf(code: string): Promise<PhoneTold> {
  try {
    const { phoneInfo } = await openapi.phonenumber.getPhoneNumber({ code });
    const phone = phoneInfo?.purePhoneNumber ?? '';
    return MOBILE.test(phone) ? { kind: 'phone', phone } : { kind: 'refused' };
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    // Any other failure is the platform's trouble, not the person's: they may try again in a while.
    return typeof errCode === 'number' && BAD_CODE.includes(errCode) ? { kind: 'refused' } : { kind: 'unavailable' };
  }
}
