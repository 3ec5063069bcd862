import { useRouter } from '@tarojs/taro';
import { Ticket } from '../../../../features/activity/ticket';
import { useTicketTitle } from '../../../../features/activity/ticket-standing';
import { Page } from '../../../../shell/page';

export default function TicketPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title={useTicketTitle(id)}>
      <Ticket id={id} />
    </Page>
  );
}
