import { useRouter } from '@tarojs/taro';
import { Referees } from '../../../../features/league-desk/referees';
import { Page } from '../../../../shell/page';

export default function RefereesPage() {
  const { id = '' } = useRouter().params;
  return (
    <Page title="裁判">
      <Referees id={decodeURIComponent(id)} />
    </Page>
  );
}
