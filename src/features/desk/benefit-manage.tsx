import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { BENEFIT_KIND_WORDS, BENEFIT_STATE_WORDS } from '../../../domain/wording/benefit';
import { span } from '../../../domain/wording/dates';
import { goodUntil, priceWords } from '../../../domain/wording/redeeming';
import type { ManagedBenefit } from '../../../types/contract/benefit';
import type { BenefitId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Meter } from '../../ui/meter/meter';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { issueNames } from './benefit-form';
import { CodesSheet } from './codes-sheet';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';
import './desk.css';

function Head({ benefit: { plan, state, left, redeemed } }: { benefit: ManagedBenefit }) {
  const all = left + redeemed;
  return (
    <View className="pad">
      <View className="title">{plan.title}</View>
      <View className="row desk-head__tags">
        <Tag words={BENEFIT_STATE_WORDS[state]} tone={state === 'published' ? 'mine' : 'none'} />
        <Tag words={BENEFIT_KIND_WORDS[plan.kind].name} tone={plan.brand} />
        <Text className="note number">{plan.listed ? '按名单发放' : priceWords(plan.price)}</Text>
      </View>
      <View className="row row--apart desk-head__count">
        <View className="note">换走</View>
        <View className="number">
          <Text className="large">{redeemed}</Text>
          <Text className="note"> / {all}</Text>
        </View>
      </View>
      <Meter share={all > 0 ? redeemed / all : 0} tone={plan.brand} />
    </View>
  );
}

function Ways({ benefit, onCodes }: { benefit: ManagedBenefit; onCodes: () => void }) {
  const { id, plan, state, redeemed, listedCount = 0 } = benefit;
  const now = useNow();
  return (
    <>
      <CellGroup>
        <Cell icon="clock" title={span(plan.opensAt, plan.closesAt, now)} note={goodUntil(plan.useUntil, now)} />
        {state !== 'closed' && <Cell icon="edit" title="修改" onPress={() => go.deskBenefitEdit(id)} testId="edit" />}
        {plan.kind === 'codes' && state !== 'closed' && (
          <Cell icon="copy" title="导入券码" value={`${plan.stock} 个`} onPress={onCodes} testId="codes-press" />
        )}
        {plan.listed && (
          <Cell
            icon="people"
            title="名单"
            value={`${listedCount} 位`}
            onPress={() => go.deskListed(id)}
            testId="listed-press"
          />
        )}
        {state !== 'draft' && (
          <Cell
            icon="ticket"
            title="兑换记录"
            note="谁换的，用了没有"
            value={`${redeemed} 份`}
            onPress={() => go.deskRedemptions(id)}
            testId="redemptions-press"
          />
        )}
      </CellGroup>
      {state === 'published' && (
        <CellGroup>
          <Cell icon="gift" title="会员看到的样子" onPress={() => go.benefit(id)} />
        </CellGroup>
      )}
    </>
  );
}

function PublishBar({ id }: { id: BenefitId }) {
  const act = useAct('benefit.publish');
  const { refused } = act;
  const issues = refused?.refusal === 'BAD_INPUT' ? issueNames(refused.detail.issues.map(({ path }) => path)) : '';
  const publish = async (): Promise<void> => {
    const outcome = await act.send({ benefitId: id });
    if (outcome.ok) toast('发布了');
  };
  return (
    <Bar>
      <View className="stack">
        {refused && <FailureLine refused={refused} />}
        {issues !== '' && <View className="note">请改一下：{issues}</View>}
        <Button kind="primary" busy={act.busy} onPress={() => void publish()} testId="publish">
          发布
        </Button>
        <View className="note desk-small">发布以后会员就看得到，种类不能再改</View>
      </View>
    </Bar>
  );
}

function CloseSheet({ id, onClose }: { id: BenefitId; onClose: () => void }) {
  const act = useAct('benefit.close');
  const close = async (reason: string): Promise<void> => {
    const outcome = await act.send({ benefitId: id, reason });
    if (!outcome.ok) return;
    toast('停止了');
    onClose();
  };
  return (
    <ReasonSheet
      title="停止兑换"
      text="谁都不能再换；已经换走的照样能用。停止后不能再开。"
      note="记在账上，只有组织者看得到"
      yes="停止兑换"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void close(reason)}
      onClose={onClose}
    />
  );
}

/** One benefit as its organizers see it. */
export function BenefitManage({ id }: { id: BenefitId }) {
  const { value, refused, asking, again } = useAnswer('benefit.manage', { benefitId: id });
  const [open, setOpen] = useState<'codes' | 'close'>();
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const shut = (): void => setOpen(undefined);
  return (
    <View className="desk-manage" data-testid="manage">
      {refused && <StaleLine />}
      <Head benefit={value} />
      <Ways benefit={value} onCodes={() => setOpen('codes')} />
      {value.state === 'published' && (
        <View className="pad desk-manage__close">
          <Button kind="danger" onPress={() => setOpen('close')} testId="close-benefit">
            停止兑换
          </Button>
        </View>
      )}
      {value.state === 'draft' && <PublishBar id={id} />}
      {open === 'codes' && <CodesSheet benefitId={id} onClose={shut} />}
      {open === 'close' && <CloseSheet id={id} onClose={shut} />}
    </View>
  );
}
