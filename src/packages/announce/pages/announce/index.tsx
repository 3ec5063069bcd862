import { useRouter } from '@tarojs/taro';
import { Announce } from '../../../../features/announce/announce';
import { Page } from '../../../../shell/page';

export default function AnnouncePage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="给大家发消息">
      <Announce id={id} />
    </Page>
  );
}
