import { useShareAppMessage } from '@tarojs/taro';
import { HomeBrands } from '../../features/activity/home-brands';
import { HomeHot, HomeSoon } from '../../features/activity/home-lists';
import { HomeNext } from '../../features/activity/home-next';
import { Greeting } from '../../features/member/greeting';
import { Page } from '../../shell/page';

export default function HomePage() {
  useShareAppMessage(() => ({ title: '药谷职工之家', path: '/pages/home/index' }));
  return (
    <Page title="药谷职工之家" tab="pages/home/index">
      <Greeting />
      <HomeNext />
      <HomeBrands />
      <HomeHot />
      <HomeSoon />
    </Page>
  );
}
