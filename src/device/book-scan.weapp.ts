import Taro from '@tarojs/taro';
import { toast } from './toast';

export const SCANS_BOOKS = true;

/** The barcode on the back of a book; `undefined` where its reader went back. */
export async function scanBook(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode'] });
    return result;
  } catch (fault) {
    const said = typeof fault === 'object' && fault !== null && 'errMsg' in fault ? String(fault.errMsg) : '';
    if (!said.includes('cancel')) toast('没有扫到，再试一次');
    return undefined;
  }
}
