import { useMe } from '../../../../features/member/use-me';
import { Holders } from '../../../../features/role/holders';
import { Page } from '../../../../shell/page';

export default function RoleHoldersPage() {
  return (
    <Page title="授权">
      <Holders me={useMe()} />
    </Page>
  );
}
