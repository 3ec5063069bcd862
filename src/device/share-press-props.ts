import type { ReactNode } from 'react';

/** Shares a page. On WeChat what is shared is what the page's own `useShareAppMessage` answers. */
export interface SharePressProps {
  title: string;
  path: string;
  className?: string;
  children?: ReactNode;
}
