import { useRouter } from '@tarojs/taro';
import { useMe } from '../../../../features/member/use-me';
import { Challenge } from '../../../../features/reading/challenge';
import { Page } from '../../../../shell/page';

export default function ChallengePage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const { value: me, refused } = useMe();
  return (
    <Page title="打卡挑战">
      <Challenge id={id} status={me ? me.status : refused ? 'visitor' : undefined} />
    </Page>
  );
}
