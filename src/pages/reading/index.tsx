import { FeedSection } from '../../features/feed/feed-section';
import { useMe } from '../../features/member/use-me';
import { Today } from '../../features/reading/today';
import { Page } from '../../shell/page';

export default function ReadingPage() {
  const { value: me } = useMe();
  return (
    <Page title="书香" tab="pages/reading/index">
      <Today status={me?.status} />
      <FeedSection />
    </Page>
  );
}
