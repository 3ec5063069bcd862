import { useRouter } from '@tarojs/taro';
import { inviteeFrom } from '../../../../features/role/invitee';
import { Invites } from '../../../../features/role/invites';
import { Page } from '../../../../shell/page';

export default function RoleInvitesPage() {
  return (
    <Page title="邀请">
      <Invites to={inviteeFrom(useRouter().params)} />
    </Page>
  );
}
