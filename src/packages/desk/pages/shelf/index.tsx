import { Shelf } from '../../../../features/desk/shelf';
import { Page } from '../../../../shell/page';

export default function ShelfPage() {
  return (
    <Page title="书架">
      <Shelf />
    </Page>
  );
}
