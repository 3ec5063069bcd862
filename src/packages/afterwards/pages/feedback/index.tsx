import { useRouter } from '@tarojs/taro';
import { Feedback } from '../../../../features/afterwards/feedback';
import { Page } from '../../../../shell/page';

export default function FeedbackPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="说说感受">
      <Feedback id={id} />
    </Page>
  );
}
