import { ChallengeList } from '../../../../features/desk/challenge-list';
import { Page } from '../../../../shell/page';

export default function ChallengesPage() {
  return (
    <Page title="读书管理">
      <ChallengeList />
    </Page>
  );
}
