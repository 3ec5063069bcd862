import { View } from '@tarojs/components';
import type { EnterpriseView } from '../../../types/contract/member';
import type { Page } from '../../../types/contract/op';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { TextInput } from '../../ui/field/text-input';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Notice } from '../../ui/notice/notice';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';

/** For which enterprise somebody is invited to be its officer. */
export function OfficerSheet({ onClose }: { onClose: () => void }) {
  const { text, type } = useTypedText();
  const list = usePages<EnterpriseView, Page<EnterpriseView>, RefusedBy<'member.enterprises'>>(text, 0, (cursor) =>
    call('member.enterprises', { ...(text !== '' && { text }), ...(cursor !== undefined && { cursor }) }),
  );
  const { items, refused } = list;
  const choose = ({ id, name }: EnterpriseView): void => {
    onClose();
    go.roleInvites({ kind: 'enterprise', id }, name);
  };
  return (
    <Sheet open title="邀请哪个单位的干事" onClose={onClose} testId="officer-sheet">
      <View className="role-form">
        <TextInput
          label="单位名称"
          placeholder="输入名称里的几个字"
          maxLength={40}
          keyboard="search"
          onType={type}
          testId="enterprise-search"
        />
        {refused && <FailureLine refused={refused} again={list.again} asking={list.asking} />}
        {!items && !refused && <SkeletonRows count={4} />}
        {items?.length === 0 && <Notice icon="empty" title="没有找到这个单位" text="换几个字试试" />}
        {items && items.length > 0 && (
          <CellGroup>
            {items.map((each) => (
              <Cell key={each.id} title={each.name} onPress={() => choose(each)} testId={`enterprise-${each.id}`} />
            ))}
          </CellGroup>
        )}
        {list.more && (
          <Button kind="quiet" busy={list.asking} onPress={list.loadMore}>
            再看一些
          </Button>
        )}
      </View>
    </Sheet>
  );
}
