import Taro from '@tarojs/taro';

const STORAGE = 'own-words';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function read(): Record<string, unknown> {
  const kept: unknown = Taro.getStorageSync(STORAGE);
  return isRecord(kept) ? kept : {};
}

/** What a person made on this device and nobody else has yet, such as a draft; it is kept over a restart. */
export function ownWords(name: string): unknown {
  return read()[name];
}

export function keepOwnWords(name: string, value: unknown): void {
  Taro.setStorageSync(STORAGE, { ...read(), [name]: value });
}

/** Somebody else uses this device now. */
export function forgetOwnWords(): void {
  Taro.removeStorageSync(STORAGE);
}
