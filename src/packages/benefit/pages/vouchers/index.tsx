import { Vouchers } from '../../../../features/benefit/vouchers';
import { Page } from '../../../../shell/page';

export default function VouchersPage() {
  return (
    <Page title="我的券">
      <Vouchers />
    </Page>
  );
}
