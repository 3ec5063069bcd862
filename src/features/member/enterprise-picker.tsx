import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { EnterpriseView } from '../../../types/contract/member';
import type { Page } from '../../../types/contract/op';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { TextInput } from '../../ui/field/text-input';
import { Notice } from '../../ui/notice/notice';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';

interface EnterprisePickerProps {
  open: boolean;
  chosen: EnterpriseView | undefined;
  onChoose: (enterprise: EnterpriseView) => void;
  onClose: () => void;
}

const PAUSE_MS = 300;

function Names({ chosen, onChoose }: Pick<EnterprisePickerProps, 'chosen' | 'onChoose'>) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = usePages<EnterpriseView, Page<EnterpriseView>, RefusedBy<'member.enterprises'>>(text, 0, (cursor) =>
    call('member.enterprises', { ...(text === '' ? {} : { text }), ...(cursor === undefined ? {} : { cursor }) }),
  );
  const names = list.items ?? [];
  return (
    <View className="stack enterprises">
      <View className="note">单位很多，输入名称里的几个字找得最快</View>
      <TextInput
        label="单位名称"
        placeholder="比如“生物”"
        maxLength={40}
        keyboard="search"
        onType={setTyped}
        testId="enterprise-search"
      />
      {list.refused && <FailureLine refused={list.refused} again={list.again} asking={list.asking} />}
      {!list.items && !list.refused && <SkeletonRows count={4} />}
      {list.items?.length === 0 && (
        <Notice icon="empty" title="没有找到这个单位" text="换几个字试试，或者联系工会工作人员添加" />
      )}
      <Choice
        options={names.map(({ id, name }) => ({ value: id, title: name }))}
        chosen={chosen?.id}
        onChoose={(id) => {
          const found = names.find((each) => each.id === id);
          if (found) onChoose(found);
        }}
      />
      {list.more && (
        <Button kind="quiet" busy={list.asking} onPress={list.loadMore}>
          再看一些
        </Button>
      )}
    </View>
  );
}

/** Finds one's own enterprise among several hundred. */
export function EnterprisePicker({ open, chosen, onChoose, onClose }: EnterprisePickerProps) {
  return (
    <Sheet open={open} title="选择单位" onClose={onClose} testId="enterprises">
      <Names chosen={chosen} onChoose={onChoose} />
    </Sheet>
  );
}
