import Taro from '@tarojs/taro';

/** A few words that pass: something small was done. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 1_800 });
}

let onArrival: string | undefined;

/** The same for a page that one is about to be taken to: the page that is left takes its own words with it. */
export function toastOnArrival(words: string): void {
  onArrival = words;
}

/** Says what was kept for the page that has just come to the front. */
export function arrived(): void {
  const words = onArrival;
  onArrival = undefined;
  if (words !== undefined) toast(words);
}
