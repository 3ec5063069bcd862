import { AtVenue } from '../../../../features/checkin/at-venue';
import { Page } from '../../../../shell/page';

export default function AtVenuePage() {
  return (
    <Page title="会场签到">
      <AtVenue />
    </Page>
  );
}
