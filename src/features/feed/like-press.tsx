import { Text } from '@tarojs/components';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { likedAsOf, type NoteAsOf, tapLike, useLikes } from './likes';
import './feed.css';

/** The heart: one tap, felt at once. */
export function LikePress({ note }: { note: NoteAsOf }) {
  const { liked, likes } = likedAsOf(
    note,
    useLikes(({ tapped }) => tapped[note.id]),
  );
  return (
    <Press
      className={`note-act${liked ? ' mine' : ''}`}
      pressed={liked}
      label={`${liked ? '不再喜欢' : '喜欢'}，${likes} 人喜欢`}
      onPress={() => tapLike(note)}
      testId={`like-${note.id}`}
    >
      <Icon name={liked ? 'heart-full' : 'heart'} />
      <Text className="number">{likes > 0 ? likes : '喜欢'}</Text>
    </Press>
  );
}
