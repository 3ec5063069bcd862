import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { BENEFIT_KIND_WORDS } from '../../../domain/wording/benefit';
import type { OpOf } from '../../../types/contract';
import type { BenefitCard, BenefitKind } from '../../../types/contract/benefit';
import type { ValueOf } from '../../../types/contract/op';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { BenefitRow } from './benefit-row';
import './benefit.css';

type KindChoice = BenefitKind | 'all';
const KINDS: readonly BenefitKind[] = ['voucher', 'codes', 'goods'];
const CHOICES: readonly { value: KindChoice; words: string }[] = [
  { value: 'all', words: '全部' },
  ...KINDS.map((value) => ({ value, words: BENEFIT_KIND_WORDS[value].name })),
];

type ListPage = ValueOf<OpOf<'benefit.list'>>;
type List = ReturnType<typeof usePages<BenefitCard, ListPage, RefusedBy<'benefit.list'>>>;

function Found({ list, narrowed, onAll }: { list: List; narrowed: boolean; onAll: () => void }) {
  const now = useNow();
  const { items, refused } = list;
  if (!items) {
    if (!refused) return <SkeletonRows count={5} />;
    return <Failure refused={refused} again={list.again} asking={list.asking} />;
  }
  if (items.length === 0) {
    return (
      <Notice
        icon="gift"
        title="这里还没有福利"
        text={narrowed ? '看看别的种类' : '有了新福利会放在这里'}
        testId="empty"
      >
        {narrowed && <Button onPress={onAll}>看全部福利</Button>}
      </Notice>
    );
  }
  return (
    <View data-testid="benefits">
      {items.map((card) => (
        <BenefitRow key={card.id} card={card} now={now} />
      ))}
      {refused ? (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        <View className="catalogue__end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
    </View>
  );
}

/** What points and membership give, twenty at a time; everybody may look. */
export function Catalogue() {
  const [kind, setKind] = useState<KindChoice>('all');
  const version = useAnswers((state) => state.versions['benefit.list'] ?? 0);
  const question = kind === 'all' ? {} : { kind };
  const list: List = usePages(kind, version, (cursor) =>
    call('benefit.list', cursor === undefined ? question : { ...question, cursor }),
  );
  useReachBottom(list.loadMore);
  return (
    <View className="catalogue">
      <Chips options={CHOICES} chosen={kind} onChoose={setKind} />
      <Found list={list} narrowed={kind !== 'all'} onAll={() => setKind('all')} />
    </View>
  );
}
