import { useRouter } from '@tarojs/taro';
import { Manage } from '../../../../features/organizer/manage';
import { Page } from '../../../../shell/page';

export default function ManagePage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="管理活动">
      <Manage id={id} />
    </Page>
  );
}
