import { Press } from '../ui/press/press';
import type { SharePressProps } from './share-press-props';
import { toast } from './toast';

async function share(title: string, path: string): Promise<void> {
  const url = new URL(location.href);
  url.hash = `#${path}`;
  if (navigator.share) {
    // Closing the system's sheet rejects: somebody changed their mind, which is no failure.
    await navigator.share({ title, url: url.href }).catch(() => undefined);
    return;
  }
  try {
    await navigator.clipboard.writeText(url.href);
    toast('链接已复制，发给同事吧');
  } catch {
    // Without permission for the clipboard the address bar still has the link.
    toast('请复制浏览器地址栏里的链接');
  }
}

export function SharePress({ title, path, className, children }: SharePressProps) {
  return (
    <Press {...(className === undefined ? {} : { className })} onPress={() => void share(title, path)}>
      {children}
    </Press>
  );
}
