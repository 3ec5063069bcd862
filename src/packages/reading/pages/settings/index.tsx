import { Settings } from '../../../../features/feed/settings';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

/** What a reminder comes as. */
const REMINDER = ['reading'] as const;

export default function ReadingSettingsPage() {
  const { value: me } = useMe();
  return (
    <Page title="称呼和提醒">
      <Settings status={me?.status} name={me?.name} kinds={REMINDER} />
    </Page>
  );
}
