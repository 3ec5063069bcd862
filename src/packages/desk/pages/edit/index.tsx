import { useRouter } from '@tarojs/taro';
import { BenefitEdit } from '../../../../features/desk/benefit-edit';
import { Page } from '../../../../shell/page';

export default function EditPage() {
  const { id } = useRouter().params;
  return (
    <Page title={id === undefined ? '新建福利' : '修改福利'}>
      <BenefitEdit id={id === undefined ? undefined : decodeURIComponent(id)} />
    </Page>
  );
}
