import { useRouter } from '@tarojs/taro';
import { Exports } from '../../../../features/export/exports';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function ExportsPage() {
  const { id, title = '' } = useRouter().params;
  const { value: me } = useMe();
  const activity = id === undefined ? undefined : { id: decodeURIComponent(id), title: decodeURIComponent(title) };
  return (
    <Page title="导出">
      <Exports {...(activity && { activity })} grants={me?.grants ?? []} />
    </Page>
  );
}
