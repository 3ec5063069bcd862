import Taro from '@tarojs/taro';
import type { PositionAnswer } from './position-answer';
import { authorizePrivacy } from './privacy';

/** WeChat's two ways of saying no: by its owner for this mini-program, by the phone for WeChat. */
const DENIED = /auth deny|auth denied|authorize|NOPERMISSION/i;

/** Asks WeChat, which asks its owner once; nothing is kept. */
export async function findPosition(): Promise<PositionAnswer> {
  if (!(await authorizePrivacy())) return { kind: 'denied' };
  try {
    const { latitude, longitude } = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: 4_000,
    });
    return { kind: 'found', position: { latitude, longitude } };
  } catch (fault) {
    const said = typeof fault === 'object' && fault !== null && 'errMsg' in fault ? String(fault.errMsg) : '';
    return { kind: DENIED.test(said) ? 'denied' : 'unknown' };
  }
}

/** Where a no can be taken back. */
export const openPositionSetting: (() => void) | undefined = () => void Taro.openSetting();
