import { useRouter } from '@tarojs/taro';
import { Verify } from '../../../../features/merchant/verify';
import { Page } from '../../../../shell/page';

export default function VerifyPage() {
  const shop = decodeURIComponent(useRouter().params.shop ?? '');
  return (
    <Page title="核销">
      <Verify shopId={shop} />
    </Page>
  );
}
