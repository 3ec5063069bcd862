import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { useFreshUnread } from '../cloud/use-unread';
import { NEWS_TAB, TABS, type TabPage } from '../tabs';

const INDEX = TABS.findIndex(({ page }) => page === NEWS_TAB);

/** WeChat draws the bar; the dot on it is asked for, and only a tab that is in front may ask. */
export function TabBar(_props: { current: TabPage }) {
  const unread = useFreshUnread();
  function mark(): void {
    const marked = unread ? Taro.showTabBarRedDot({ index: INDEX }) : Taro.hideTabBarRedDot({ index: INDEX });
    // Behind another page WeChat refuses; when the tab is in front again it is marked then.
    marked.catch(() => undefined);
  }
  useEffect(mark);
  useDidShow(mark);
  return null;
}
