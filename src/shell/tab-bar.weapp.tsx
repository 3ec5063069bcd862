import type { TabPage } from '../tabs';

/** WeChat draws the bar. */
export function TabBar(_props: { current: TabPage }) {
  return null;
}
