import { useRouter } from '@tarojs/taro';
import { holdsAny } from '../../../../../domain/permission/grants';
import type { Role } from '../../../../../types/vocabulary';
import { serverNow } from '../../../../cloud/clock';
import { NoteDesk } from '../../../../features/desk/note-desk';
import { NotePage } from '../../../../features/feed/note-page';
import { useMe } from '../../../../features/member/use-me';
import { Page } from '../../../../shell/page';

/** Who looks after what is written; everybody else does not see that there is a way. */
const ORGANIZERS: readonly Role[] = ['organizer', 'admin'];

export default function ReadNotePage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const { value: me, refused } = useMe();
  const organizes = me !== undefined && holdsAny(me.grants, ORGANIZERS, serverNow());
  return (
    <Page title="随感">
      <NotePage
        id={id}
        status={me ? me.status : refused ? 'visitor' : undefined}
        organizers={organizes ? (note) => <NoteDesk note={note} /> : undefined}
      />
    </Page>
  );
}
