import Taro from '@tarojs/taro';
import { toast } from './toast';

/** Takes a text to the clipboard; WeChat says so itself. */
export async function copyText(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
  } catch {
    toast('没能复制，长按文字选中它');
  }
}
