import { Join } from '../../../../features/member/join';
import { Page } from '../../../../shell/page';

export default function JoinPage() {
  return (
    <Page title="加入工会">
      <Join />
    </Page>
  );
}
