import { View } from '@tarojs/components';
import type { ChallengeId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonRows } from '../../ui/skeleton/skeleton';

/** So many stand in the section; the rest is behind its last line. */
const FIRST = 3;
/** Two lines of a phone: whoever wants more opens it. */
const CHARACTERS = 36;

function beginning(text: string): string {
  const characters = [...text];
  return characters.length > CHARACTERS ? `${characters.slice(0, CHARACTERS).join('')}…` : text;
}

/** The latest notes in a line each, below something else, and the way to all of them: hearts and photos are there. */
export function FeedSection({ challengeId }: { challengeId?: ChallengeId }) {
  const { value, refused, asking, again } = useAnswer('reading.feed', challengeId === undefined ? {} : { challengeId });
  const items = value?.items.slice(0, FIRST);
  return (
    <View data-testid="feed-section">
      {!items && !refused && <SkeletonRows count={2} />}
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
      {items && items.length > 0 && (
        <CellGroup title="同事在读">
          {items.map(({ id, text, book, author, enterpriseName }) => (
            <Cell
              key={id}
              title={beginning(text === '' ? (book?.title ?? '') : text)}
              note={`${author} · ${enterpriseName}`}
              onPress={() => go.note(id)}
              testId={`note-${id}`}
            />
          ))}
          <Cell icon="people" title="大家的随感" onPress={() => go.feed(challengeId)} testId="all-notes" />
        </CellGroup>
      )}
    </View>
  );
}
