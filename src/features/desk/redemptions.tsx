import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { REDEEMED_WORDS, revokedWords } from '../../../domain/wording/redemption';
import type { BenefitPlan, RedeemedBy, RedemptionState } from '../../../types/contract/benefit';
import type { Page } from '../../../types/contract/op';
import type { BenefitId, Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { toast } from '../../device/toast';
import { Failure, FailureLine } from '../../shell/failure';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';
import './desk.css';

type Which = RedemptionState | 'all';

/** Of codes, which we give and hear no more of, there is but one. */
const STATES: readonly RedemptionState[] = ['valid', 'verified', 'cancelled', 'expired'];
const OPTIONS: readonly { value: Which; words: string }[] = [
  { value: 'all', words: '全部' },
  ...STATES.map((value) => ({ value, words: REDEEMED_WORDS[value] })),
];

interface RedemptionLineProps {
  one: RedeemedBy;
  plan: Pick<BenefitPlan, 'brand' | 'kind'> | undefined;
  now: Instant;
  onRevoke: () => void;
}

function RedemptionLine({ one, plan, now, onRevoke }: RedemptionLineProps) {
  const { redemptionId, name, phone, enterpriseName, state, redeemedAt, verified } = one;
  return (
    <View className="parted row" data-testid={`redemption-${redemptionId}`}>
      <View className="grow">
        <View className="row">
          <Text className="strong">{name}</Text>
          <Tag words={REDEEMED_WORDS[state]} tone={(state === 'valid' && plan?.brand) || 'none'} />
        </View>
        <View className="note number">{[phone, enterpriseName].filter((part) => part !== '').join(' · ')}</View>
        <View className="note number">{moment(redeemedAt, now)} 兑换</View>
        {verified && (
          <View className="note number">
            {moment(verified.at, now)} 在{verified.shopName}
            {plan?.kind === 'goods' ? '领走' : '用掉'}
          </View>
        )}
      </View>
      {state === 'valid' && (
        <Press className="text-press" onPress={onRevoke} testId={`revoke-${redemptionId}`}>
          <Text>收回</Text>
        </Press>
      )}
    </View>
  );
}

function RevokeSheet({ one, onClose }: { one: RedeemedBy; onClose: () => void }) {
  const act = useAct('benefit.revoke');
  const revoke = async (reason: string): Promise<void> => {
    const outcome = await act.send({ redemptionId: one.redemptionId, reason });
    if (!outcome.ok) return;
    toast('收回了');
    onClose();
  };
  return (
    <ReasonSheet
      title={`收回${one.name}的这一份`}
      text={revokedWords(one.price)}
      note={`${one.name}会看到`}
      yes="收回"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void revoke(reason)}
      onClose={onClose}
    />
  );
}

/** Who redeemed a benefit, and what became of it; what was not used can be taken back. */
export function Redemptions({ id }: { id: BenefitId }) {
  const now = useNow();
  const { value: benefit } = useAnswer('benefit.manage', { benefitId: id });
  const [which, setWhich] = useState<Which>('all');
  const [revoking, setRevoking] = useState<RedeemedBy>();
  const version = useAnswers(({ versions }) => versions['benefit.redemptions'] ?? 0);
  const list = usePages<RedeemedBy, Page<RedeemedBy>, RefusedBy<'benefit.redemptions'>>(
    `${id} ${which}`,
    version,
    (cursor) =>
      call('benefit.redemptions', {
        benefitId: id,
        ...(which !== 'all' && { state: which }),
        ...(cursor !== undefined && { cursor }),
      }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  return (
    <View className="desk-list">
      {benefit?.plan.kind !== 'codes' && (
        <View className="desk-chips">
          <Chips options={OPTIONS} chosen={which} onChoose={setWhich} />
        </View>
      )}
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={5} />)}
      {items?.length === 0 && (
        <Notice
          icon="gift"
          title={which === 'all' ? '还没有人换' : `没有${REDEEMED_WORDS[which]}的`}
          {...(which === 'all' && { text: '有人兑换就会出现在这里' })}
          testId="empty"
        />
      )}
      {items && items.length > 0 && (
        <View className="desk-entries">
          {items.map((one) => (
            <RedemptionLine
              key={one.redemptionId}
              one={one}
              plan={benefit?.plan}
              now={now}
              onRevoke={() => setRevoking(one)}
            />
          ))}
        </View>
      )}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {items && items.length > 0 && !refused && (
        <View className="desk-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
      {revoking && <RevokeSheet one={revoking} onClose={() => setRevoking(undefined)} />}
    </View>
  );
}
