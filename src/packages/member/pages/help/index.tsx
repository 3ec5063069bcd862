import { Help } from '../../../../features/member/help';
import { Page } from '../../../../shell/page';

export default function HelpPage() {
  return (
    <Page title="帮助">
      <Help />
    </Page>
  );
}
