import { toast } from './toast';

/** Takes a text to the clipboard, and says so; where a browser forbids it, that is said. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast('复制好了');
  } catch {
    toast('没能复制，长按文字选中它');
  }
}
