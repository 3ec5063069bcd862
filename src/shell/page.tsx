import { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { showTitle } from '../device/title';
import { arrived } from '../device/toast';
import type { TabPage } from '../tabs';
import { Screen } from '../ui/screen/screen';
import { IdentitySwitcher } from './identity-switcher/identity-switcher';
import { NavBar } from './nav-bar';
import { TabBar } from './tab-bar';

interface PageProps {
  title: string;
  /** The tab that this page is; absent behind the tabs, where there is a way back. */
  tab?: TabPage;
  children: ReactNode;
}

/** What every page stands in: its ground, its title, and the bars where the platform draws none. */
export function Page({ title, tab, children }: PageProps) {
  useDidShow(() => {
    showTitle(title);
    arrived();
  });
  useEffect(() => showTitle(title), [title]);
  return (
    <Screen>
      <NavBar title={title} back={tab === undefined} />
      {children}
      {tab === 'pages/me/index' && <IdentitySwitcher />}
      {tab !== undefined && <TabBar current={tab} />}
    </Screen>
  );
}
