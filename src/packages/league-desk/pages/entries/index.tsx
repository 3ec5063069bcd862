import { useRouter } from '@tarojs/taro';
import { Entries } from '../../../../features/league-desk/entries';
import { Page } from '../../../../shell/page';

export default function EntriesPage() {
  const { id = '', draw } = useRouter().params;
  return (
    <Page title={draw === '1' ? '选种子' : '报名'}>
      <Entries id={decodeURIComponent(id)} draw={draw === '1'} />
    </Page>
  );
}
