import { View } from '@tarojs/components';
import { useState } from 'react';
import { isbnOf } from '../../../domain/reading/isbn';
import type { Book } from '../../../types/contract';
import { useAnswer } from '../../cloud/use-answer';
import { SCANS_BOOKS, scanBook } from '../../device/book-scan';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import type { ChosenBook } from './draft';
import './check-in.css';

const TITLE_MOST = 80;

interface ChoosingProps {
  onChoose: (book: ChosenBook) => void;
}

function BookLines({ books, onChoose }: ChoosingProps & { books: readonly Book[] }) {
  return (
    <View>
      {books.map((book) => (
        <Press
          key={book.id ?? book.title}
          className="book-line"
          onPress={() => onChoose(book)}
          testId={`book-${book.id ?? book.title}`}
        >
          <View className="row">
            <Icon name="book" />
            <View className="grow">
              <View>{book.title}</View>
              {book.author !== undefined && <View className="note">{book.author}</View>}
            </View>
          </View>
        </Press>
      ))}
    </View>
  );
}

/** What is to be had of a book that nobody put on the shelf: its number is known, its title is asked for. */
function OfIsbn({ isbn, onChoose }: ChoosingProps & { isbn: string }) {
  const [title, setTitle] = useState('');
  const named = title.trim();
  return (
    <Field label={`书架上还没有 ${isbn}`}>
      <View className="stack">
        <TextInput label="书名" placeholder="书名是什么" maxLength={TITLE_MOST} onType={setTitle} testId="isbn-title" />
        <Button
          kind="primary"
          disabled={named === ''}
          onPress={() => onChoose({ isbn, title: named })}
          testId="use-isbn"
        >
          就是这本
        </Button>
      </View>
    </Field>
  );
}

/** What the shelf and one's own history have, and the title alone for what they do not. */
function Found({ text, onChoose }: ChoosingProps & { text: string }) {
  const isbn = isbnOf(text);
  const { value, refused, asking, again } = useAnswer('reading.findBooks', { text: isbn ?? text });
  if (!value && !refused) return <SkeletonRows count={2} />;
  const none = !value || value.items.length === 0;
  return (
    <>
      {refused && !value && <FailureLine refused={refused} again={again} asking={asking} />}
      {value && <BookLines books={value.items} onChoose={onChoose} />}
      {isbn !== undefined && none && <OfIsbn isbn={isbn} onChoose={onChoose} />}
      {isbn === undefined && (
        <Button onPress={() => onChoose({ title: text })} testId="title-alone">
          {`就写“${text}”`}
        </Button>
      )}
    </>
  );
}

function Search({ last, onChoose }: ChoosingProps & { last: readonly Book[] }) {
  const { text, type } = useTypedText();
  const [scanned, setScanned] = useState<string>();
  async function scan(): Promise<void> {
    const code = await scanBook();
    if (code === undefined) return;
    const isbn = isbnOf(code);
    if (isbn === undefined) toast('这不是书的条码，看看封底');
    else setScanned(isbn);
  }
  const sought = text === '' ? scanned : text;
  return (
    <View className="stack">
      {SCANS_BOOKS && (
        <Button onPress={() => void scan()} testId="scan-book">
          扫封底条码
        </Button>
      )}
      <TextInput
        label="找书"
        placeholder="书名、作者，或封底的书号"
        maxLength={TITLE_MOST}
        keyboard="search"
        onType={type}
        testId="book-search"
      />
      {sought !== undefined && <Found key={sought} text={sought} onChoose={onChoose} />}
      {sought === undefined && last.length > 0 && (
        <View>
          <View className="note">最近读的</View>
          <BookLines books={last} onChoose={onChoose} />
        </View>
      )}
    </View>
  );
}

interface BookSheetProps extends ChoosingProps {
  /** One's own last books. */
  last: readonly Book[];
  /** Those that count; absent: any does. */
  listed: readonly Book[] | undefined;
  onClose: () => void;
}

/** Which book: of the challenge's list where it has one, else any, by whatever is known of it. */
export function BookSheet({ last, listed, onChoose, onClose }: BookSheetProps) {
  return (
    <Sheet open title="读的哪一本" onClose={onClose} testId="book-sheet">
      {listed ? <BookLines books={listed} onChoose={onChoose} /> : <Search last={last} onChoose={onChoose} />}
    </Sheet>
  );
}
