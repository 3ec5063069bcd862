import { useRouter } from '@tarojs/taro';
import { Detail } from '../../../../features/activity/detail';
import { applicantOf, useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function DetailPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const { value: me, refused } = useMe();
  const who = me ? applicantOf(me) : refused ? { status: 'visitor' as const } : undefined;
  return (
    <Page title="活动详情">
      <Detail id={id} who={who} />
    </Page>
  );
}
