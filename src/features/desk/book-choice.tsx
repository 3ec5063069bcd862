import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { bookWords } from '../../../domain/wording/feed';
import type { BookId } from '../../../types/vocabulary';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Check } from '../../ui/check/check';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { useShelf } from './use-shelf';
import './desk.css';

interface BookChoiceProps {
  chosen: readonly BookId[];
  onChange: (chosen: BookId[]) => void;
}

/** The shelf, line by line; what is further down stays chosen though it is not in sight. */
function Lines({ chosen, onChange }: BookChoiceProps) {
  const { items, refused, again, asking, more, loadMore } = useShelf();
  const toggle = (id: BookId): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  if (!items) {
    return refused ? <FailureLine refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  }
  if (items.length === 0) {
    return (
      <Notice icon="book" title="书架还是空的" text="先把书放上去">
        <Button onPress={go.deskShelf}>去书架</Button>
      </Notice>
    );
  }
  return (
    <View>
      {items.map((book) => (
        <Press
          key={book.id}
          className="parted"
          pressed={chosen.includes(book.id)}
          onPress={() => toggle(book.id)}
          testId={`choose-${book.id}`}
        >
          <View className="row">
            <View className="grow">{bookWords(book)}</View>
            <Check on={chosen.includes(book.id)} />
          </View>
        </Press>
      ))}
      {refused && <FailureLine refused={refused} again={again} asking={asking} />}
      {more && (
        <Button kind="quiet" busy={asking} onPress={loadMore}>
          再看一些
        </Button>
      )}
    </View>
  );
}

/** Which books of the shelf count. */
export function BookChoice({ chosen, onChange }: BookChoiceProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Press className="desk-fixed" onPress={() => setOpen(true)} testId="choose-books">
        <View className="row">
          <Text className="grow number">{chosen.length === 0 ? '从书架上选' : `选了 ${chosen.length} 本`}</Text>
          <Icon name="forward" small />
        </View>
      </Press>
      <Sheet
        open={open}
        title="哪些书算数"
        onClose={() => setOpen(false)}
        testId="books-sheet"
        foot={
          <Button kind="primary" onPress={() => setOpen(false)} testId="books-done">
            {chosen.length === 0 ? '好了' : `好了，${chosen.length} 本`}
          </Button>
        }
      >
        <Lines chosen={chosen} onChange={onChange} />
      </Sheet>
    </>
  );
}
