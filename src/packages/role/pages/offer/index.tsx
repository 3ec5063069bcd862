import { useRouter } from '@tarojs/taro';
import { useMe } from '../../../../features/member/use-me';
import { OfferPage } from '../../../../features/role/offer-page';
import { Page } from '../../../../shell/page';

export default function RoleOfferPage() {
  const code = decodeURIComponent(useRouter().params.code ?? '');
  const { value: me, refused } = useMe();
  return (
    <Page title="邀请">
      <OfferPage code={code} status={me ? me.status : refused ? 'visitor' : undefined} />
    </Page>
  );
}
