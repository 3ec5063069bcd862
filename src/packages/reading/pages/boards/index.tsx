import { useRouter } from '@tarojs/taro';
import { Boards } from '../../../../features/reading/boards';
import { Page } from '../../../../shell/page';

export default function BoardsPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="排行榜">
      <Boards id={id} />
    </Page>
  );
}
