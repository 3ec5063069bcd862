import { useRouter } from '@tarojs/taro';
import { EntryPage } from '../../../../features/league/entry-page';
import { useEntryTitle } from '../../../../features/league/entry-title';
import { Page } from '../../../../shell/page';

export default function LeagueEntryPage() {
  const { id = '', entry = '' } = useRouter().params;
  const leagueId = decodeURIComponent(id);
  return (
    <Page title={useEntryTitle(leagueId)}>
      <EntryPage leagueId={leagueId} entryId={decodeURIComponent(entry)} />
    </Page>
  );
}
