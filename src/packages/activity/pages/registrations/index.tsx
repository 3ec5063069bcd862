import { Registrations } from '../../../../features/activity/registrations';
import { Page } from '../../../../shell/page';

export default function RegistrationsPage() {
  return (
    <Page title="我的报名">
      <Registrations />
    </Page>
  );
}
