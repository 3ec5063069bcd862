import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../ui/button/button';
import type { ScanPressProps } from './scan-props';
import { toast } from './toast';

/** Codes are scanned here, nobody types them. */
export const TYPED = false;

/** What the camera read; `undefined` where its owner went back. */
async function scanned(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return result;
  } catch (fault) {
    const said = typeof fault === 'object' && fault !== null && 'errMsg' in fault ? String(fault.errMsg) : '';
    if (!said.includes('cancel')) toast('没有扫到，再试一次');
    return undefined;
  }
}

/** One tap, one scan; the camera closes by itself. */
export function ScanPress({ words, busy, onCode }: ScanPressProps) {
  const [open, setOpen] = useState(false);
  const scan = async (): Promise<void> => {
    setOpen(true);
    const code = await scanned();
    setOpen(false);
    if (code !== undefined) onCode(code);
  };
  return (
    <Button kind="primary" busy={busy || open} onPress={() => void scan()} testId="scan">
      {words}
    </Button>
  );
}
