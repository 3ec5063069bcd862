import { MyLeagues } from '../../../../features/league/my-leagues';
import { Page } from '../../../../shell/page';

export default function MyLeaguesPage() {
  return (
    <Page title="我的比赛">
      <MyLeagues />
    </Page>
  );
}
