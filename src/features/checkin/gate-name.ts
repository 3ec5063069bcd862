import Taro from '@tarojs/taro';
import { useState } from 'react';

const STORAGE = 'gate';
const LONGEST = 12;

/** What a gate may be called: arrivals are counted under a field of that name, so signs of other kinds are left out. */
export function asGateName(text: string): string {
  return text.replace(/[^0-9A-Za-z\u4e00-\u9fff]/g, '').slice(0, LONGEST);
}

export interface GateName {
  /** Empty where somebody serves at no gate in particular; absent until that was chosen. */
  name: string | undefined;
  choose: (name: string) => void;
}

/** A storage answers what it does not have with an empty text, so a chosen emptiness is kept in something. */
const isKept = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** At which gate this phone serves; chosen once and kept, for the next day too. */
export function useGateName(): GateName {
  const [name, setName] = useState(() => {
    const kept: unknown = Taro.getStorageSync(STORAGE);
    return isKept(kept) ? asGateName(kept.name) : undefined;
  });
  const choose = (wanted: string): void => {
    const next = asGateName(wanted);
    Taro.setStorageSync(STORAGE, { name: next });
    setName(next);
  };
  return { name, choose };
}
