import { useRouter } from '@tarojs/taro';
import { Edit } from '../../../../features/organizer/edit';
import { Page } from '../../../../shell/page';

const given = (param: string | undefined): string | undefined =>
  param === undefined ? undefined : decodeURIComponent(param);

export default function EditPage() {
  const { id, like, on, at, check } = useRouter().params;
  return (
    <Page title={id === undefined ? '新建活动' : '修改活动'}>
      <Edit id={given(id)} like={given(like)} on={given(on)} at={given(at)} check={check === '1'} />
    </Page>
  );
}
