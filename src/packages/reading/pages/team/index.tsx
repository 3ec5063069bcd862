import { useRouter } from '@tarojs/taro';
import { useMe } from '../../../../features/member/use-me';
import { TeamPage } from '../../../../features/team/team-page';
import { Page } from '../../../../shell/page';

export default function ReadingTeamPage() {
  const { id = '', invite } = useRouter().params;
  const { value: me, refused } = useMe();
  return (
    <Page title="小队">
      <TeamPage
        id={decodeURIComponent(id)}
        invite={invite === undefined ? undefined : decodeURIComponent(invite)}
        status={me ? me.status : refused ? 'visitor' : undefined}
      />
    </Page>
  );
}
