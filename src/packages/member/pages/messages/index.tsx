import { Messages } from '../../../../features/message/messages';
import { Page } from '../../../../shell/page';

export default function MessagesPage() {
  return (
    <Page title="消息">
      <Messages />
    </Page>
  );
}
