import { useRouter } from '@tarojs/taro';
import { Manage } from '../../../../features/league-desk/manage';
import { Page } from '../../../../shell/page';

export default function ManagePage() {
  const { id = '' } = useRouter().params;
  return (
    <Page title="联赛管理">
      <Manage id={decodeURIComponent(id)} />
    </Page>
  );
}
