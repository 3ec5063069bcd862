import { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';
import { holdsAny } from '../../../../../domain/permission/grants';
import { serverNow } from '../../../../cloud/clock';
import { Gate } from '../../../../features/checkin/gate';
import { useKnownMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

export default function GatePage() {
  const { id = '', session = '' } = useRouter().params;
  const of = useMemo(
    () => ({ activityId: decodeURIComponent(id), sessionId: decodeURIComponent(session) }),
    [id, session],
  );
  const me = useKnownMe();
  return (
    <Page title="入场签到">
      <Gate of={of} organizer={me !== undefined && holdsAny(me.grants, ['organizer', 'admin'], serverNow())} />
    </Page>
  );
}
