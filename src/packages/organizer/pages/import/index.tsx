import { useRouter } from '@tarojs/taro';
import { ImportPage } from '../../../../features/import/import';
import { Page } from '../../../../shell/page';

export default function ImportingPage() {
  const { activity } = useRouter().params;
  return (
    <Page title={activity === undefined ? '导入名册' : '补录到场'}>
      <ImportPage {...(activity !== undefined && { activityId: decodeURIComponent(activity) })} />
    </Page>
  );
}
