import { MyYear } from '../../../../features/report/my-year';
import { Page } from '../../../../shell/page';

export default function MinePage() {
  return (
    <Page title="我的一年">
      <MyYear />
    </Page>
  );
}
