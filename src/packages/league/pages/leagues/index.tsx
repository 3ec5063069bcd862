import { Leagues } from '../../../../features/league/leagues';
import { Page } from '../../../../shell/page';

export default function LeaguesPage() {
  return (
    <Page title="联赛">
      <Leagues />
    </Page>
  );
}
