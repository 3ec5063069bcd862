import { useRouter } from '@tarojs/taro';
import { Roll } from '../../../../features/organizer/roll';
import { Page } from '../../../../shell/page';

export default function RollPage() {
  const { id = '', state } = useRouter().params;
  return (
    <Page title="报名名单">
      <Roll id={decodeURIComponent(id)} first={state} />
    </Page>
  );
}
