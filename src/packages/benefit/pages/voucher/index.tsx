import { useRouter } from '@tarojs/taro';
import { Voucher } from '../../../../features/benefit/voucher';
import { Page } from '../../../../shell/page';

export default function VoucherPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="我的券">
      <Voucher id={id} />
    </Page>
  );
}
