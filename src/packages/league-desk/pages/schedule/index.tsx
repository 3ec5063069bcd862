import { useRouter } from '@tarojs/taro';
import { Schedule } from '../../../../features/league-desk/schedule';
import { Page } from '../../../../shell/page';

export default function SchedulePage() {
  const { id = '' } = useRouter().params;
  return (
    <Page title="赛程">
      <Schedule id={decodeURIComponent(id)} />
    </Page>
  );
}
