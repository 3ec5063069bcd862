import { useRouter } from '@tarojs/taro';
import { Mine } from '../../../../features/reading/mine';
import { Page } from '../../../../shell/page';

export default function MinePage() {
  const { id } = useRouter().params;
  return (
    <Page title="我的打卡">
      <Mine id={id === undefined ? undefined : decodeURIComponent(id)} />
    </Page>
  );
}
