import { MePanel } from '../../features/member/me';
import { Page } from '../../shell/page';

export default function MePage() {
  return (
    <Page title="我的" tab="pages/me/index">
      <MePanel />
    </Page>
  );
}
