import { MyShops } from '../../../../features/merchant/shops';
import { Page } from '../../../../shell/page';

export default function ShopsPage() {
  return (
    <Page title="核销">
      <MyShops />
    </Page>
  );
}
