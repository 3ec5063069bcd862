import Taro from '@tarojs/taro';
import { useState } from 'react';

const STORAGE = 'gate';
const LONGEST = 12;

/** What a gate may be called: arrivals are counted under a field of that name, so signs of other kinds are left out. */
export function asGateName(text: string): string {
  return text.replace(/[^0-9A-Za-z\u4e00-\u9fff]/g, '').slice(0, LONGEST);
}

export interface GateName {
  /** Empty where somebody serves at no gate in particular. */
  name: string;
  choose: (name: string) => void;
}

/** At which gate this phone serves; chosen once and kept, for the next day too. */
export function useGateName(): GateName {
  const [name, setName] = useState(() => {
    const kept: unknown = Taro.getStorageSync(STORAGE);
    return typeof kept === 'string' ? asGateName(kept) : '';
  });
  const choose = (wanted: string): void => {
    const next = asGateName(wanted);
    Taro.setStorageSync(STORAGE, next);
    setName(next);
  };
  return { name, choose };
}
