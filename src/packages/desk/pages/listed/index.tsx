import { useRouter } from '@tarojs/taro';
import { Listed } from '../../../../features/desk/listed';
import { Page } from '../../../../shell/page';

export default function ListedPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="发放名单">
      <Listed id={id} />
    </Page>
  );
}
