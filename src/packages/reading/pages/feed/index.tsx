import { useRouter } from '@tarojs/taro';
import { Feed } from '../../../../features/feed/feed';
import { Page } from '../../../../shell/page';

export default function FeedPage() {
  const { id } = useRouter().params;
  return (
    <Page title="大家的随感">
      <Feed challengeId={id === undefined ? undefined : decodeURIComponent(id)} />
    </Page>
  );
}
