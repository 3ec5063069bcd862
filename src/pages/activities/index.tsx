import { Browse } from '../../features/activity/browse';
import { Page } from '../../shell/page';

export default function ActivitiesPage() {
  return (
    <Page title="活动" tab="pages/activities/index">
      <Browse />
    </Page>
  );
}
