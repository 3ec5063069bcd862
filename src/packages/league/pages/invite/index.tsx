import { useRouter } from '@tarojs/taro';
import { InvitePage } from '../../../../features/league/invite-page';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function LeagueInvitePage() {
  const invite = decodeURIComponent(useRouter().params.invite ?? '');
  const { value: me, refused } = useMe();
  return (
    <Page title="加入队伍">
      <InvitePage invite={invite} status={me ? me.status : refused ? 'visitor' : undefined} />
    </Page>
  );
}
