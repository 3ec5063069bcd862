import { Text, View } from '@tarojs/components';
import { bookWords, byline } from '../../../domain/wording/feed';
import { amountWords } from '../../../domain/wording/reading';
import type { NoteCard } from '../../../types/contract/reading-feed';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { SideBySide } from '../../shell/side-by-side/side-by-side';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Tag } from '../../ui/tag/tag';
import { type NoteAsOf, tapLike, useLikes } from './likes';
import './feed.css';

/** Who wrote it, and when. */
export function NoteHead({ note, now }: { note: NoteCard; now: Instant }) {
  return (
    <View className="note-head">
      <View className="grow">
        <View className="row">
          <Text className="strong">{note.author}</Text>
          {note.mine && <Tag words="我的" tone="mine" />}
          {note.featured && <Tag words="精选" tone="books" />}
        </View>
        <View className="note number">{byline(note, now)}</View>
      </View>
    </View>
  );
}

/** What was read, as a line that leads to the book where it is one that others can find. */
export function NoteBook({ note: { book, minutes, pages } }: { note: Pick<NoteCard, 'book' | 'minutes' | 'pages'> }) {
  const amount = amountWords({ minutes, pages });
  if (!book) return amount === '' ? null : <View className="note number">{amount}</View>;
  const { id } = book;
  const words = (
    <View className="row">
      <View className="grow">
        <View className="one-line">{bookWords(book)}</View>
        {amount !== '' && <View className="note number">{amount}</View>}
      </View>
      {id !== undefined && <Icon name="forward" small />}
    </View>
  );
  if (id === undefined) return <View className="note-book">{words}</View>;
  return (
    <Press className="note-book" onPress={() => go.book(id)} testId={`book-${id}`}>
      {words}
    </Press>
  );
}

/** Up to three photos. */
export function NotePhotos({ photos, opens = false }: { photos: readonly string[]; opens?: boolean }) {
  return <SideBySide photos={photos} opens={opens} {...(photos.length === 1 && { layout: 'note-photos--one' })} />;
}

/** Why a tap on the heart was taken back, and what can be done about it. */
export function LikeRefused({ note }: { note: NoteAsOf }) {
  const refused = useLikes(({ refused: all }) => all[note.id]);
  if (!refused) return null;
  return <FailureLine refused={refused} again={() => tapLike(note)} />;
}
