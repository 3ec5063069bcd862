import { Duties } from '../../../../features/checkin/duties';
import { Page } from '../../../../shell/page';

export default function DutiesPage() {
  return (
    <Page title="值守">
      <Duties />
    </Page>
  );
}
