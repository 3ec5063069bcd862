import Taro from '@tarojs/taro';

/** Brings a part of the page into sight; one that is not there moves nothing. */
export function scrollTo(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 160 }).catch(() => undefined);
}
