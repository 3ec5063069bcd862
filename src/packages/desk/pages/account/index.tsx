import { useRouter } from '@tarojs/taro';
import { Account } from '../../../../features/desk/account';
import { Page } from '../../../../shell/page';

export default function AccountPage() {
  const { id = '', name = '' } = useRouter().params;
  return (
    <Page title="会员积分">
      <Account memberId={decodeURIComponent(id)} name={decodeURIComponent(name)} />
    </Page>
  );
}
