import { useRouter } from '@tarojs/taro';
import { Redemptions } from '../../../../features/desk/redemptions';
import { Page } from '../../../../shell/page';

export default function RedemptionsPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="兑换记录">
      <Redemptions id={id} />
    </Page>
  );
}
