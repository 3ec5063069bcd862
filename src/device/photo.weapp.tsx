import { Image } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PhotoProps } from './photo-props';

/** WeChat shows a file by its id, and fetches it when it comes near the screen. */
export function Photo({ file, label, className = '', among }: PhotoProps) {
  return (
    <Image
      className={className}
      src={file}
      mode="aspectFill"
      lazyLoad
      ariaLabel={label}
      {...(among && { onClick: () => void Taro.previewImage({ current: file, urls: [...among] }) })}
    />
  );
}
