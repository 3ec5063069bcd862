import { PointsHome } from '../../../../features/desk/points-home';
import { Page } from '../../../../shell/page';

export default function PointsPage() {
  return (
    <Page title="积分管理">
      <PointsHome />
    </Page>
  );
}
