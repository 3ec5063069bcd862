import { Shops } from '../../../../features/desk/shops';
import { Page } from '../../../../shell/page';

export default function ShopsPage() {
  return (
    <Page title="商户和驿站">
      <Shops />
    </Page>
  );
}
