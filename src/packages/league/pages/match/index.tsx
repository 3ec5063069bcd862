import { useRouter } from '@tarojs/taro';
import { MatchPage } from '../../../../features/league/match-page';
import { useKnownMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function LeagueMatchPage() {
  const { id = '', match = '' } = useRouter().params;
  const me = useKnownMe();
  return (
    <Page title="比赛">
      <MatchPage leagueId={decodeURIComponent(id)} fixtureId={decodeURIComponent(match)} memberId={me?.memberId} />
    </Page>
  );
}
