import { Moderation } from '../../../../features/desk/moderation';
import { Page } from '../../../../shell/page';

export default function ModerationPage() {
  return (
    <Page title="待看的内容">
      <Moderation />
    </Page>
  );
}
