import { useRouter } from '@tarojs/taro';
import { Log } from '../../../../features/organizer/log';
import { Page } from '../../../../shell/page';

export default function LogPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="操作记录">
      <Log id={id} />
    </Page>
  );
}
