import { useRouter } from '@tarojs/taro';
import { MatchPage } from '../../../../features/league/match-page';
import { Page } from '../../../../shell/page';

export default function LeagueMatchPage() {
  const { id = '', match = '' } = useRouter().params;
  return (
    <Page title="比赛">
      <MatchPage leagueId={decodeURIComponent(id)} fixtureId={decodeURIComponent(match)} />
    </Page>
  );
}
