import { useShareAppMessage } from '@tarojs/taro';
import { HomeHot, HomeSoon } from '../../features/activity/home-lists';
import { HomeTop } from '../../features/activity/home-top';
import { Greeting } from '../../features/member/greeting';
import { Page } from '../../shell/page';

export default function HomePage() {
  useShareAppMessage(() => ({ title: '药谷职工之家', path: '/pages/home/index' }));
  return (
    <Page title="药谷职工之家" tab="pages/home/index">
      <Greeting />
      <HomeTop />
      <HomeHot />
      <HomeSoon />
    </Page>
  );
}
