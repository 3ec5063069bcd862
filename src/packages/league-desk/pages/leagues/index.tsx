import { Leagues } from '../../../../features/league-desk/leagues';
import { Page } from '../../../../shell/page';

export default function LeaguesPage() {
  return (
    <Page title="联赛管理">
      <Leagues />
    </Page>
  );
}
