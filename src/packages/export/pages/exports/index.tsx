import { useRouter } from '@tarojs/taro';
import { Exports } from '../../../../features/export/exports';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function ExportsPage() {
  const { id, title = '', kind, year, enterprise } = useRouter().params;
  const { value: me } = useMe();
  const activity = id === undefined ? undefined : { id: decodeURIComponent(id), title: decodeURIComponent(title) };
  const ofYear = kind === 'year' &&
    year !== undefined && {
      year: Number(year),
      ...(enterprise !== undefined && {
        enterprise: { id: decodeURIComponent(enterprise), name: decodeURIComponent(title) },
      }),
    };
  return (
    <Page title="导出">
      <Exports {...(activity && { activity })} {...(ofYear && { ofYear })} grants={me?.grants ?? []} />
    </Page>
  );
}
