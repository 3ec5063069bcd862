import { Profile } from '../../../../features/member/profile';
import { Page } from '../../../../shell/page';

export default function ProfilePage() {
  return (
    <Page title="个人资料">
      <Profile />
    </Page>
  );
}
