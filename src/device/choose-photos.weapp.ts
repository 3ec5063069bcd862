import Taro from '@tarojs/taro';
import { authorizePrivacy } from './privacy';

/** Of the longer side, px, and how much of the picture's quality is kept: a page of a book stays readable. */
const WIDEST = 1_280;
const QUALITY = 75;

/** Up to so many pictures, each made small on the phone; none where their owner went back. */
export async function choosePhotos(most: number): Promise<string[]> {
  if (!(await authorizePrivacy())) return [];
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] });
    const small = tempFiles.map(async ({ tempFilePath }) => {
      const made = await Taro.compressImage({ src: tempFilePath, quality: QUALITY, compressedWidth: WIDEST });
      return made.tempFilePath;
    });
    return await Promise.all(small);
  } catch {
    // Going back is answered as a failure too; in both there is nothing to add.
    return [];
  }
}
