import { useRouter } from '@tarojs/taro';
import { Waitlist } from '../../../../features/organizer/waitlist';
import { Page } from '../../../../shell/page';

export default function WaitlistPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="候补">
      <Waitlist id={id} />
    </Page>
  );
}
