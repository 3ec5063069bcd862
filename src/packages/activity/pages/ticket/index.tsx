import { useRouter } from '@tarojs/taro';
import { Ticket } from '../../../../features/activity/ticket';
import { Page } from '../../../../shell/page';

export default function TicketPage() {
  return (
    <Page title="电子票">
      <Ticket id={decodeURIComponent(useRouter().params.id ?? '')} />
    </Page>
  );
}
