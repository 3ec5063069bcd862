import { ManagedList } from '../../../../features/organizer/managed-list';
import { Page } from '../../../../shell/page';

export default function ActivitiesPage() {
  return (
    <Page title="活动管理">
      <ManagedList />
    </Page>
  );
}
