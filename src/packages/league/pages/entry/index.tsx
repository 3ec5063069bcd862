import { useRouter } from '@tarojs/taro';
import { EntryPage } from '../../../../features/league/entry-page';
import { Page } from '../../../../shell/page';

export default function LeagueEntryPage() {
  const { id = '', entry = '' } = useRouter().params;
  return (
    <Page title="队伍">
      <EntryPage leagueId={decodeURIComponent(id)} entryId={decodeURIComponent(entry)} />
    </Page>
  );
}
