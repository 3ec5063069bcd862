import type { CSSProperties, ReactNode } from 'react';

interface StubProps {
  className?: string;
  style?: CSSProperties;
  id?: string;
  role?: string;
  children?: ReactNode;
  onClick?: () => void;
  'aria-label'?: string;
  'data-testid'?: string;
}

/** What of a component's props the DOM knows; the rest belongs to WeChat. */
function known(props: StubProps): StubProps {
  const { className, style, id, role, children, onClick } = props;
  return {
    ...(className === undefined ? {} : { className }),
    ...(style === undefined ? {} : { style }),
    ...(id === undefined ? {} : { id }),
    ...(role === undefined ? {} : { role }),
    ...(onClick === undefined ? {} : { onClick }),
    ...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] }),
    ...(props['data-testid'] === undefined ? {} : { 'data-testid': props['data-testid'] }),
    children,
  };
}

export const View = (props: StubProps) => <div {...known(props)} />;
export const ScrollView = (props: StubProps) => <div {...known(props)} />;
export const Text = (props: StubProps) => <span {...known(props)} />;
