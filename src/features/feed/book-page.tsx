import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { readersWords } from '../../../domain/wording/feed';
import type { BookDetail } from '../../../types/contract/reading-operations';
import type { BookId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { Photo } from '../../device/photo';
import { Failure, StaleLine } from '../../shell/failure';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { Notes } from './feed';
import { useFeed } from './use-feed';
import './feed.css';

function Head({ book: { title, author, cover, readers, mine } }: { book: BookDetail }) {
  return (
    <View className="book-head">
      <View className="book-head__cover">
        {cover === undefined ? (
          <View className="book-head__drawn">{title}</View>
        ) : (
          <Photo className="book-head__photo" file={cover} label={`《${title}》的封面`} />
        )}
      </View>
      <View className="grow">
        <View className="title">{title}</View>
        {author !== undefined && <View className="note">{author}</View>}
        <View className="book-part number" data-testid="readers">
          {readersWords(readers)}
        </View>
        {mine && <Tag words="我读过" tone="mine" />}
      </View>
    </View>
  );
}

/** A book: who reads it, and what they wrote. */
export function BookPage({ id }: { id: BookId }) {
  const { value, refused, asking, again } = useAnswer('reading.book', { bookId: id });
  const list = useFeed({ bookId: id });
  useReachBottom(list.loadMore);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return (
    <View className="feed" data-testid="book">
      {refused && <StaleLine />}
      <Head book={value} />
      <View className="book-part">
        <View className="title pad">随感</View>
        <Notes
          list={list}
          withBook={false}
          empty={
            <View className="pad note" data-testid="empty">
              还没有人写过它。打卡时写一句，选“分享”，就会出现在这里
            </View>
          }
        />
      </View>
    </View>
  );
}
