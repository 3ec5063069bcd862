import { useRouter } from '@tarojs/taro';
import { BenefitManage } from '../../../../features/desk/benefit-manage';
import { Page } from '../../../../shell/page';

export default function BenefitPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title="管理福利">
      <BenefitManage id={id} />
    </Page>
  );
}
