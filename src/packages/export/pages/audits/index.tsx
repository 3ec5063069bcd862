import { Audits } from '../../../../features/export/audits';
import { Page } from '../../../../shell/page';

export default function AuditsPage() {
  return (
    <Page title="查看记录">
      <Audits />
    </Page>
  );
}
