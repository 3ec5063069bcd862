import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { EnterpriseView } from '../../../types/contract/member';
import type { Page } from '../../../types/contract/op';
import type { EnterpriseId } from '../../../types/vocabulary';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Check } from '../../ui/check/check';
import { TextInput } from '../../ui/field/text-input';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { learnNames, useEnterpriseNames } from './enterprise-names';
import './enterprise-choice.css';

interface EnterpriseChoiceProps {
  /** Above the list: `哪些单位可以报`. */
  title: string;
  chosen: readonly EnterpriseId[];
  onChange: (chosen: EnterpriseId[]) => void;
}

const toggled = (chosen: readonly EnterpriseId[], id: EnterpriseId): EnterpriseId[] =>
  chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];

function Names({ chosen, onChange }: Omit<EnterpriseChoiceProps, 'title'>) {
  const { text, type } = useTypedText();
  const list = usePages<EnterpriseView, Page<EnterpriseView>, RefusedBy<'member.enterprises'>>(text, 0, (cursor) =>
    call('member.enterprises', { ...(text === '' ? {} : { text }), ...(cursor === undefined ? {} : { cursor }) }),
  );
  const { items } = list;
  useEffect(() => {
    if (items) learnNames(items);
  }, [items]);
  return (
    <View className="stack enterprise-list">
      <TextInput
        label="单位名称"
        placeholder="输入名称里的几个字"
        maxLength={40}
        keyboard="search"
        onType={type}
        testId="enterprise-search"
      />
      {list.refused && <FailureLine refused={list.refused} again={list.again} asking={list.asking} />}
      {!items && !list.refused && <SkeletonRows count={4} />}
      {items?.length === 0 && <Notice icon="empty" title="没有找到这个单位" text="换几个字试试" />}
      <View>
        {items?.map(({ id, name }) => (
          <Press
            key={id}
            className="enterprise-list__line"
            pressed={chosen.includes(id)}
            onPress={() => onChange(toggled(chosen, id))}
          >
            <View className="row">
              <View className="grow">{name}</View>
              <Check on={chosen.includes(id)} />
            </View>
          </Press>
        ))}
      </View>
      {list.more && (
        <Button kind="quiet" busy={list.asking} onPress={list.loadMore}>
          再看一些
        </Button>
      )}
    </View>
  );
}

/** Which enterprises something is for; none chosen means all. */
export function EnterpriseChoice({ title, chosen, onChange }: EnterpriseChoiceProps) {
  const [open, setOpen] = useState(false);
  const nameOf = useEnterpriseNames(chosen);
  return (
    <>
      <View className="stack stack--tight">
        {chosen.map((id) => (
          <View key={id} className="picked-line">
            <View className="grow">{nameOf(id)}</View>
            <Press
              className="picked-line__remove"
              label={`去掉${nameOf(id)}`}
              onPress={() => onChange(toggled(chosen, id))}
            >
              <Icon name="close" small />
            </Press>
          </View>
        ))}
        <Press className="picked-line" onPress={() => setOpen(true)} testId="choose-enterprises">
          <View className="row">
            <Text className="grow">{chosen.length === 0 ? '所有单位' : '再选几个'}</Text>
            <Icon name="forward" small />
          </View>
        </Press>
      </View>
      <Sheet
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        testId="enterprises"
        foot={
          <Button kind="primary" onPress={() => setOpen(false)} testId="enterprises-done">
            {chosen.length === 0 ? '所有单位都可以' : `选好了，${chosen.length} 个单位`}
          </Button>
        }
      >
        <Names chosen={chosen} onChange={onChange} />
      </Sheet>
    </>
  );
}
