import { Text, View } from '@tarojs/components';
import { startOfDay } from '../../../domain/time/shanghai';
import { dayWord } from '../../../domain/wording/dates';
import { photoLabel } from '../../../domain/wording/feed';
import { amountWords, noteStateWords } from '../../../domain/wording/reading';
import type { CheckInView } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { Photo } from '../../device/photo';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Tag } from '../../ui/tag/tag';
import './mine.css';

function NoteState({ checkIn }: { checkIn: CheckInView }) {
  const { state, shared, reason, id, likes, comments } = checkIn;
  const words = noteStateWords(state, shared);
  if (words === '') return null;
  const rejected = state === 'rejected';
  return (
    <View className={`note${rejected ? ' mine' : ''}`} data-testid={`note-${state}`}>
      {words}
      {rejected && reason !== undefined && `：${reason}`}
      {state === 'passed' && (
        <View className="mine-row__step">
          <Button small onPress={() => go.note(id)} testId={`see-${id}`}>
            {likes} 人喜欢，{comments} 条评论
          </Button>
        </View>
      )}
    </View>
  );
}

interface MineRowProps {
  checkIn: CheckInView;
  /** The challenge that it is of, in a list of all that is still known. */
  challenge?: string | undefined;
  now: Instant;
  onEdit: () => void;
  onRemove: () => void;
}

/** One check-in as its author sees it; while its day lasts it can be changed and taken away. */
export function MineRow({ checkIn, challenge, now, onEdit, onRemove }: MineRowProps) {
  const { id, day, book, note, photos, late, editable } = checkIn;
  const amounts = amountWords(checkIn);
  return (
    <View className="mine-row pad stack stack--tight" data-testid={`check-in-${id}`}>
      <View className="row">
        <Text className="grow strong number">{dayWord(startOfDay(day), now)}</Text>
        {late && <Tag words="晚到" />}
      </View>
      {challenge !== undefined && <View className="note">{challenge}</View>}
      {amounts !== '' && <View className="number">{amounts}</View>}
      {book && <View className="note">{book.title}</View>}
      {note !== '' && <View>{note}</View>}
      {photos.length > 0 && (
        <View className="mine-row__photos">
          {photos.map((file, at) => (
            <Photo key={file} className="mine-row__photo" file={file} label={photoLabel(at, photos)} among={photos} />
          ))}
        </View>
      )}
      <NoteState checkIn={checkIn} />
      {editable && (
        <View className="row">
          <Button small onPress={onEdit} testId={`edit-${id}`}>
            修改
          </Button>
          <Button small kind="danger" onPress={onRemove} testId={`remove-${id}`}>
            删除
          </Button>
        </View>
      )}
    </View>
  );
}
