import { useRouter } from '@tarojs/taro';
import { dayOf } from '../../../../../domain/time/shanghai';
import { serverNow } from '../../../../cloud/clock';
import { Slips } from '../../../../features/merchant/slips';
import { Page } from '../../../../shell/page';

export default function SlipsPage() {
  const { shop = '', day } = useRouter().params;
  return (
    <Page title="核销明细">
      <Slips shopId={decodeURIComponent(shop)} day={day ?? dayOf(serverNow())} />
    </Page>
  );
}
