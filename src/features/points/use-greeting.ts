import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { DAY_MS } from '../../../domain/time/shanghai';
import { causeTitle } from '../../../domain/wording/points';
import type { Balance } from '../../../types/contract/points';
import { call } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';

const STORAGE = 'greeted-points';
/** What came earlier is no news any more, such as on a phone that is new. */
const NEWS_MS = 3 * DAY_MS;

export interface Greeting {
  points: number;
  /** What they came from. */
  title: string;
}

/** Points that came since this phone looked last: greeted once, whatever becomes of the greeting. */
export function useGreeting(latest: Balance['latest']): Greeting | undefined {
  const [greeting, setGreeting] = useState<Greeting>();
  const { entryId, points = 0, at = 0 } = latest ?? {};
  useEffect(() => {
    if (entryId === undefined || Taro.getStorageSync(STORAGE) === entryId) return undefined;
    Taro.setStorageSync(STORAGE, entryId);
    if (points <= 0 || serverNow() - at > NEWS_MS) return undefined;
    let wanted = true;
    void call('points.entries', {}).then((outcome) => {
      const entry = outcome.ok ? outcome.value.items.find(({ id }) => id === entryId) : undefined;
      if (wanted && entry) setGreeting({ points, title: causeTitle(entry.cause) });
    });
    return () => {
      wanted = false;
    };
  }, [entryId, points, at]);
  return greeting;
}
