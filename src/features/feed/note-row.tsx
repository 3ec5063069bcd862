import { Text, View } from '@tarojs/components';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { LikePress } from './like-press';
import type { NoteAsOf } from './likes';
import { LikeRefused, NoteBook, NoteHead, NotePhotos } from './note-body';
import './feed.css';

/** One note among others: its words lead to it, the heart works where it stands. */
export function NoteRow({ note, now, withBook = true }: { note: NoteAsOf; now: Instant; withBook?: boolean }) {
  return (
    <View className="note-row" data-testid={`note-${note.id}`}>
      <Press className="note-row__open" onPress={() => go.note(note.id)} testId={`open-${note.id}`}>
        <NoteHead note={note} now={now} />
        {note.text !== '' && <View className="note-row__text">{note.text}</View>}
        <NotePhotos photos={note.photos} />
      </Press>
      {withBook && <NoteBook note={note} />}
      <View className="note-acts">
        <LikePress note={note} />
        <Press
          className="note-act"
          label={`评论，${note.comments} 条`}
          onPress={() => go.note(note.id)}
          testId={`comments-${note.id}`}
        >
          <Icon name="comment" />
          <Text className="number">{note.comments > 0 ? note.comments : '评论'}</Text>
        </Press>
      </View>
      <LikeRefused note={note} />
    </View>
  );
}
