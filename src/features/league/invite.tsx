import { Text, View } from '@tarojs/components';
import { deadline } from '../../../domain/wording/dates';
import type { EntryDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { SharePress } from '../../device/share-press';
import { entryInvitePath } from '../../routes';
import { Bar } from '../../ui/bar/bar';
import './entry.css';

interface InviteProps {
  entry: EntryDetail;
  /** Of the league, once it is known. */
  title: string | undefined;
  now: Instant;
}

/** Places that the roster has left. */
export const roomOf = ({ limits, players }: EntryDetail): number => Math.max(0, limits.most - players);

/** Colleagues come by a link, until rosters are locked. */
export function Invite({ entry, title, now }: InviteProps) {
  const { invite, name, lockAt, missing } = entry;
  const room = roomOf(entry);
  if (invite === undefined || room === 0 || now >= lockAt) return null;
  return (
    <>
      <View className="pad note number" data-testid="invite">
        还能进 {room} 人 · 名单{deadline(lockAt, now)}
      </View>
      <Bar>
        <SharePress
          className={`button button--${missing > 0 ? 'primary' : 'plain'}`}
          title={`来“${name}”一起打${title ?? '联赛'}`}
          path={entryInvitePath(invite)}
        >
          <Text>叫同事进来</Text>
        </SharePress>
      </Bar>
    </>
  );
}
