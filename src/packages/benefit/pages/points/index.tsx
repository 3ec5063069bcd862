import { Points } from '../../../../features/points/points';
import { Page } from '../../../../shell/page';

export default function PointsPage() {
  return (
    <Page title="积分">
      <Points />
    </Page>
  );
}
