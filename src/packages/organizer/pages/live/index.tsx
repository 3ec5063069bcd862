import { useRouter } from '@tarojs/taro';
import { Live } from '../../../../features/organizer/live';
import { Page } from '../../../../shell/page';

export default function LivePage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="现场">
      <Live id={id} />
    </Page>
  );
}
