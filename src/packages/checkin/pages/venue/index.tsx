import { useRouter } from '@tarojs/taro';
import { VenueScreen } from '../../../../features/checkin/venue-screen';
import { Page } from '../../../../shell/page';

export default function VenuePage() {
  const { id = '', session = '' } = useRouter().params;
  return (
    <Page title="会场码">
      <VenueScreen of={{ activityId: decodeURIComponent(id), sessionId: decodeURIComponent(session) }} />
    </Page>
  );
}
