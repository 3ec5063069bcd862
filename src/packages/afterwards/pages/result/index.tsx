import { useRouter } from '@tarojs/taro';
import { Result } from '../../../../features/afterwards/result';
import { Page } from '../../../../shell/page';

export default function ResultPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="参加者怎么说">
      <Result id={id} />
    </Page>
  );
}
