import { useState } from 'react';
import { isbnOf } from '../../../domain/reading/isbn';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { DeskField, DeskLine } from './desk-field';
import { useAct } from './use-act';
import type { ShelfBook } from './use-shelf';
import './desk.css';

interface BookSheetProps {
  /** Absent: a new one. */
  book: ShelfBook | undefined;
  onClose: () => void;
}

/** What is typed of a book, and saving it. */
function useBookForm({ book, onClose }: BookSheetProps) {
  const act = useAct('reading.saveBook');
  const [form, setForm] = useState({ isbn: '', title: book?.title ?? '', author: book?.author ?? '' });
  const [checked, setChecked] = useState(false);
  const [title, author, isbn] = [form.title.trim(), form.author.trim(), form.isbn.trim()];
  const wrongIsbn = isbn !== '' && isbnOf(isbn) === undefined;
  const faults = {
    title: checked && title === '' ? '请填写书名' : undefined,
    isbn: checked && wrongIsbn ? '书号有一位不对，再核对一下' : undefined,
  };
  async function save(): Promise<void> {
    setChecked(true);
    if (title === '' || wrongIsbn) return;
    const outcome = await act.send({
      book: {
        title,
        ...(book ? { id: book.id } : isbn === '' ? {} : { isbn }),
        ...(author !== '' && { author }),
        // All of a book is written: what this form does not show stays.
        ...(book?.cover !== undefined && { cover: book.cover }),
      },
    });
    if (!outcome.ok) return;
    toast('已保存');
    onClose();
  }
  return {
    ...{ act, form, faults, save },
    fill: (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change })),
  };
}

/** A book, put on the shelf or changed. */
export function BookSheet({ book, onClose }: BookSheetProps) {
  const { act, form, faults, save, fill } = useBookForm({ book, onClose });
  return (
    <Sheet
      open
      title={book?.title ?? '放一本书'}
      onClose={onClose}
      testId="book-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void save()} testId="save-book">
            保存
          </Button>
          {book && (
            <Button onPress={() => go.book(book.id)} testId="see-book">
              谁在读它
            </Button>
          )}
        </>
      }
    >
      {book ? (
        <DeskField label="书号" fault={undefined} note="换了书号就是另一本书，要另外放">
          {/^\d{13}$/.test(book.id) ? book.id : '没有书号'}
        </DeskField>
      ) : (
        <DeskLine
          label="书号"
          optional
          note="封底条码下的 13 位或 10 位数；有书号的，扫码就认得"
          placeholder="978…"
          maxLength={40}
          fault={faults.isbn}
          value={form.isbn}
          onType={(isbn) => fill({ isbn })}
          testId="book-isbn"
        />
      )}
      <DeskLine
        label="书名"
        maxLength={100}
        fault={faults.title}
        value={form.title}
        onType={(title) => fill({ title })}
        testId="book-title"
      />
      <DeskLine
        label="作者"
        optional
        maxLength={100}
        fault={undefined}
        value={form.author}
        onType={(author) => fill({ author })}
        testId="book-author"
      />
    </Sheet>
  );
}
