import Taro from '@tarojs/taro';
import { authorizePrivacy } from './privacy';
import type { SheetChosen } from './sheet-chosen';

/** One file out of a chat, where WeChat keeps what one was sent; none where its owner went back. */
export async function chooseSheet(): Promise<SheetChosen | undefined> {
  if (!(await authorizePrivacy())) return undefined;
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file' });
    const [file] = tempFiles;
    return file && { path: file.path, name: file.name, bytes: file.size };
  } catch {
    // Going back is answered as a failure too; in both there is nothing to read.
    return undefined;
  }
}
