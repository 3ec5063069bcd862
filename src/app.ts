import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { wakeAnswers } from './cloud/answers';
import { fetchPageCode } from './device/page-code';
import { startCloud } from './device/start';
import { wakeLook } from './ui/look/look';
import './app.css';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud();
    wakeLook();
    wakeAnswers();
    fetchPageCode();
  });
  return children;
}
