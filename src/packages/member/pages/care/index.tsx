import { CareChoice } from '../../../../features/member/care-choice';
import { Page } from '../../../../shell/page';

export default function CarePage() {
  return (
    <Page title="关怀模式">
      <CareChoice />
    </Page>
  );
}
