import { useRouter } from '@tarojs/taro';
import { AlbumPage } from '../../../../features/afterwards/album';
import { Page } from '../../../../shell/page';

export default function ActivityAlbumPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="活动照片">
      <AlbumPage id={id} />
    </Page>
  );
}
