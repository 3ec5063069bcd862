import { useRouter } from '@tarojs/taro';
import { LeaguePage } from '../../../../features/league/league-page';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function OneLeaguePage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const { value: me, refused } = useMe();
  return (
    <Page title="联赛">
      <LeaguePage id={id} status={me ? me.status : refused ? 'visitor' : undefined} name={me?.name} />
    </Page>
  );
}
