import { useRouter } from '@tarojs/taro';
import { BookPage } from '../../../../features/feed/book-page';
import { Page } from '../../../../shell/page';

export default function ReadBookPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="一本书">
      <BookPage id={id} />
    </Page>
  );
}
