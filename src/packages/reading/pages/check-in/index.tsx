import { useRouter } from '@tarojs/taro';
import { useKnownMe } from '../../../../features/member/use-me';
import { CheckIn } from '../../../../features/reading/check-in';
import { Page } from '../../../../shell/page';

export default function CheckInPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const me = useKnownMe();
  return (
    <Page title="打卡">
      <CheckIn id={id} status={me?.status} />
    </Page>
  );
}
