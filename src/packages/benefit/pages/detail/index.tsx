import { useRouter } from '@tarojs/taro';
import { REDEMPTION_NEWS } from '../../../../../types/contract/message';
import { Detail } from '../../../../features/benefit/detail';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';
import { TellMeButton } from '../../../../shell/tell-me-button';

export default function BenefitPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const { value: me, refused } = useMe();
  return (
    <Page title="福利详情">
      <Detail
        id={id}
        status={me ? me.status : refused ? 'visitor' : undefined}
        beTold={<TellMeButton kinds={REDEMPTION_NEWS} />}
      />
    </Page>
  );
}
