import { BenefitList } from '../../../../features/desk/benefit-list';
import { Page } from '../../../../shell/page';

export default function BenefitsPage() {
  return (
    <Page title="福利管理">
      <BenefitList />
    </Page>
  );
}
