import { useRouter } from '@tarojs/taro';
import { Detail } from '../../../../features/activity/detail';
import { applicantOf, useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';
import { TellMeButton } from '../../../../shell/tell-me-button';

/** What somebody who has just signed up wants to hear of outside the app; WeChat asks about three kinds at most. */
const CONFIRMED = ['moved', 'cancelled', 'changed'] as const;
const WAITING = ['offered', 'cancelled', 'moved'] as const;
const APPLIED = ['approved', 'declined', 'cancelled'] as const;

export default function DetailPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const { value: me, refused } = useMe();
  const who = me ? applicantOf(me) : refused ? { status: 'visitor' as const } : undefined;
  return (
    <Page title="活动详情">
      <Detail
        id={id}
        who={who}
        beTold={({ state }) => (
          <TellMeButton kinds={state === 'applied' ? APPLIED : state === 'waitlisted' ? WAITING : CONFIRMED} />
        )}
      />
    </Page>
  );
}
