import { Catalogue } from '../../features/benefit/catalogue';
import { useMe } from '../../features/member/use-me';
import { BalanceCard } from '../../features/points/balance-card';
import { Page } from '../../shell/page';

export default function BenefitsPage() {
  const { value: me, refused } = useMe();
  // Who cannot be asked who they are sees the catalogue all the same; its own answer says what is wrong.
  const status = me?.status;
  return (
    <Page title="福利" tab="pages/benefits/index">
      {(status !== undefined || !refused) && <BalanceCard status={status} />}
      <Catalogue />
    </Page>
  );
}
