import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { BookSheet } from './book-sheet';
import { type ShelfBook, useShelf } from './use-shelf';
import './desk.css';

/** 书架: the books that challenges choose from, and that readers find first. */
export function Shelf() {
  const list = useShelf();
  const [open, setOpen] = useState<{ book: ShelfBook | undefined }>();
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="desk-list">
      {!items && <SkeletonRows count={5} />}
      {items?.length === 0 && (
        <Notice icon="book" title="书架还是空的" text="放上来的书，打卡时一搜就有" testId="empty" />
      )}
      {items && items.length > 0 && (
        <CellGroup>
          {items.map((book) => (
            <Cell
              key={book.id}
              title={book.title}
              {...(book.author !== undefined && { note: book.author })}
              onPress={() => setOpen({ book })}
              testId={`book-${book.id}`}
            />
          ))}
        </CellGroup>
      )}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {items && items.length > 0 && !refused && (
        <View className="desk-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
      <Bar>
        <Button kind="primary" onPress={() => setOpen({ book: undefined })} testId="new-book">
          放一本书
        </Button>
      </Bar>
      {open && <BookSheet book={open.book} onClose={() => setOpen(undefined)} />}
    </View>
  );
}
