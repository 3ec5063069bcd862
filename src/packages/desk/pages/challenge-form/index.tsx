import { useRouter } from '@tarojs/taro';
import { ChallengeEdit } from '../../../../features/desk/challenge-edit';
import { Page } from '../../../../shell/page';

export default function ChallengeFormPage() {
  const { id } = useRouter().params;
  const known = id === undefined ? undefined : decodeURIComponent(id);
  const title = known === undefined ? '新建挑战' : '打卡挑战';
  return (
    <Page title={title}>
      <ChallengeEdit id={known} />
    </Page>
  );
}
