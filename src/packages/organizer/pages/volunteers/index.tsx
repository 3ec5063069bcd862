import { useRouter } from '@tarojs/taro';
import { Volunteers } from '../../../../features/organizer/volunteers';
import { Page } from '../../../../shell/page';

export default function VolunteersPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="志愿者和裁判">
      <Volunteers id={id} />
    </Page>
  );
}
