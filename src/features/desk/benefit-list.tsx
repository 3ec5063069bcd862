import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { BENEFIT_KIND_WORDS, BENEFIT_STATE_WORDS } from '../../../domain/wording/benefit';
import type { BenefitState, ManagedBenefit } from '../../../types/contract/benefit';
import type { Page } from '../../../types/contract/op';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Chips } from '../../ui/chips/chips';
import { PriceBlock } from '../../ui/cover/cover';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import './desk.css';

const STATES: readonly BenefitState[] = ['published', 'draft', 'closed'];
const OPTIONS = STATES.map((value) => ({ value, words: BENEFIT_STATE_WORDS[value] }));

const EMPTY: Record<BenefitState, { title: string; text: string }> = {
  published: { title: '还没有发布过福利', text: '新建一项，写好了再发布' },
  draft: { title: '没有草稿', text: '新建的福利先是草稿，只有组织者看得到' },
  closed: { title: '没有停止的福利', text: '停止兑换的会列在这里' },
};

function BenefitLine({ benefit: { id, plan, left, redeemed } }: { benefit: ManagedBenefit }) {
  return (
    <Press className="desk-benefit" onPress={() => go.deskBenefit(id)} testId={`managed-${id}`}>
      <View className="desk-benefit__inside">
        <PriceBlock price={plan.price} tone={plan.brand} />
        <View className="grow">
          <View className="strong">{plan.title}</View>
          <View className="note number">
            换走 {redeemed}，还剩 {left}
          </View>
          <View className="row desk-benefit__tags">
            <Tag words={BENEFIT_KIND_WORDS[plan.kind].name} tone={plan.brand} />
            {plan.listed && <Text className="note">按名单</Text>}
          </View>
        </View>
      </View>
    </Press>
  );
}

/** 福利管理: every benefit of a state, and a new one. */
export function BenefitList() {
  const [state, setState] = useState<BenefitState>('published');
  const version = useAnswers(({ versions }) => versions['benefit.managed'] ?? 0);
  const list = usePages<ManagedBenefit, Page<ManagedBenefit>, RefusedBy<'benefit.managed'>>(state, version, (cursor) =>
    call('benefit.managed', { state, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="desk-list">
      <CellGroup>
        <Cell icon="shop" title="商户和驿站" note="在哪里核销，谁来核销" onPress={go.deskShops} testId="shops" />
      </CellGroup>
      <View className="desk-chips">
        <Chips options={OPTIONS} chosen={state} onChoose={setState} />
      </View>
      {!items && <SkeletonRows count={5} />}
      {items?.length === 0 && <Notice icon="gift" {...EMPTY[state]} testId="empty" />}
      {items?.map((benefit) => (
        <BenefitLine key={benefit.id} benefit={benefit} />
      ))}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {items && items.length > 0 && !refused && (
        <View className="desk-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
      <Bar>
        <Button kind="primary" onPress={go.deskBenefitNew} testId="new-benefit">
          新建福利
        </Button>
      </Bar>
    </View>
  );
}
