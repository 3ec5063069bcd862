import { Adjustments } from '../../../../features/desk/adjustments';
import { Page } from '../../../../shell/page';

export default function AdjustmentsPage() {
  return (
    <Page title="积分调整">
      <Adjustments />
    </Page>
  );
}
