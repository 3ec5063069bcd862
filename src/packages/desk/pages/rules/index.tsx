import { Rules } from '../../../../features/desk/rules';
import { Page } from '../../../../shell/page';

export default function RulesPage() {
  return (
    <Page title="积分规则">
      <Rules />
    </Page>
  );
}
