import { useRouter } from '@tarojs/taro';
import { Tally } from '../../../../features/merchant/tally';
import { Page } from '../../../../shell/page';

export default function TallyPage() {
  const shop = decodeURIComponent(useRouter().params.shop ?? '');
  return (
    <Page title="对账">
      <Tally shopId={shop} />
    </Page>
  );
}
