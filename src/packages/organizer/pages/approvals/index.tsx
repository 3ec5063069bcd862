import { useRouter } from '@tarojs/taro';
import { Approvals } from '../../../../features/organizer/approvals';
import { Page } from '../../../../shell/page';

export default function ApprovalsPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="审核报名">
      <Approvals id={id} />
    </Page>
  );
}
