import { Text, View } from '@tarojs/components';
import { deadline } from '../../../domain/wording/dates';
import type { EntryDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { SharePress } from '../../device/share-press';
import { entryInvitePath } from '../../routes';
import { Bar } from '../../ui/bar/bar';

interface InviteProps {
  entry: EntryDetail;
  now: Instant;
}

/** Places that the roster has left for who comes by the link; none once rosters are locked. */
function roomOf({ limits, players, invite, lockAt }: EntryDetail, now: Instant): number {
  return invite === undefined || now >= lockAt ? 0 : Math.max(0, limits.most - players);
}

/** How many can still come, and until when. */
export function InviteLine({ entry, now }: InviteProps) {
  const room = roomOf(entry, now);
  if (room === 0) return null;
  return (
    <View className="pad note number" data-testid="invite">
      还能进 {room} 人 · 名单{deadline(entry.lockAt, now)}
    </View>
  );
}

/** Colleagues come by a link. `title`: of the league, once it is known. */
export function InviteBar({ entry, title, now }: InviteProps & { title: string | undefined }) {
  const { invite, name, missing } = entry;
  if (invite === undefined || roomOf(entry, now) === 0) return null;
  return (
    <Bar>
      <SharePress
        className={`button button--${missing > 0 ? 'primary' : 'plain'}`}
        title={`来“${name}”一起打${title ?? '联赛'}`}
        path={entryInvitePath(invite)}
      >
        <Text>叫同事进来</Text>
      </SharePress>
    </Bar>
  );
}
