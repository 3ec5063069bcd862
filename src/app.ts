import { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { wakeAnswers } from './cloud/answers';
import { wakeClock } from './cloud/clock';
import { sendWaiting, wakeWaiting } from './cloud/waiting';
import { onNetwork } from './device/network';
import { fetchPageCode } from './device/page-code';
import { startCloud } from './device/start';
import { wakeLook } from './ui/look/look';
import './app.css';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud();
    wakeLook();
    wakeClock();
    wakeAnswers();
    wakeWaiting();
    onNetwork(() => void sendWaiting());
    fetchPageCode();
  });
  useDidShow(() => void sendWaiting());
  return children;
}
