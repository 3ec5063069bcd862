import Taro from '@tarojs/taro';

/** A few words that pass: something small was done. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 1_800 });
}
