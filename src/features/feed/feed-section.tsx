import { Text, View } from '@tarojs/components';
import type { ChallengeId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Press } from '../../ui/press/press';
import { NoteRow } from './note-row';
import { NotesSkeleton } from './notes-skeleton';
import './feed.css';

/** So many stand in the section; the rest is behind its head. */
const FIRST = 3;

/** The latest notes below something else, and the way to all of them. */
export function FeedSection({ challengeId }: { challengeId?: ChallengeId }) {
  const { value, refused, asking, again } = useAnswer('reading.feed', challengeId === undefined ? {} : { challengeId });
  const now = useNow();
  const items = value?.items.slice(0, FIRST).map((note) => ({ ...note, asOf: value.now }));
  return (
    <View className="feed-section" data-testid="feed-section">
      <View className="row row--apart pad">
        <View className="title">同事在读</View>
        {items !== undefined && items.length > 0 && (
          <Press className="feed-section__all" onPress={() => go.feed(challengeId)} testId="all-notes">
            <Text>看全部</Text>
          </Press>
        )}
      </View>
      {!items && !refused && <NotesSkeleton count={2} />}
      {!items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={again} asking={asking} />
        </View>
      )}
      {items?.length === 0 && (
        <View className="pad note" data-testid="no-notes">
          还没有人分享。打卡时写一句，选“分享”，同事就看得到
        </View>
      )}
      {items?.map((note) => (
        <NoteRow key={note.id} note={note} now={now} />
      ))}
    </View>
  );
}
