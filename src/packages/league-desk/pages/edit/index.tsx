import { useRouter } from '@tarojs/taro';
import { Edit } from '../../../../features/league-desk/edit';
import { Page } from '../../../../shell/page';

export default function EditPage() {
  const { id, check } = useRouter().params;
  return (
    <Page title={id === undefined ? '新建联赛' : '修改联赛'}>
      <Edit id={id === undefined ? undefined : decodeURIComponent(id)} check={check === '1'} />
    </Page>
  );
}
