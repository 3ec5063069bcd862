import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { goodUntil, priceWords, spanWords } from '../../../domain/wording/redeeming';
import type { BenefitDetail, RedemptionCard } from '../../../types/contract/benefit';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/sheet/sheet';
import { type Redeeming, useRedeem } from './use-redeem';
import './benefit.css';

interface RedeemSheetProps {
  detail: BenefitDetail;
  open: boolean;
  onClose: () => void;
  onRefresh: () => void;
  /** Stands below what one got, where an organizer may take it back or it may run out. */
  beTold?: ReactNode;
}

/** What it costs and what is left after, before anything is taken. */
function Cost({ detail }: { detail: BenefitDetail }) {
  const { price, points, useUntil, kind } = detail;
  const left = points === undefined ? undefined : points - price;
  return (
    <View className="redeem__cost">
      <CellGroup>
        <Cell title={price === 0 ? '不用积分' : '要用'} value={<Amount words={priceWords(price)} />} />
        {price > 0 && left !== undefined && left >= 0 && (
          <Cell title="用完还剩" value={<Amount words={`${left} 积分`} />} />
        )}
        {left !== undefined && left < 0 && <Cell title="还差" value={<Amount words={`${-left} 分`} />} />}
        {kind !== 'codes' && <Cell title="有效期" value={goodUntil(useUntil, serverNow())} />}
      </CellGroup>
    </View>
  );
}

function Amount({ words }: { words: string }) {
  return <View className="number strong redeem__amount">{words}</View>;
}

function wayBack({ cancelWithin }: BenefitDetail): string {
  return cancelWithin > 0 ? `${spanWords(cancelWithin)}内可以退回` : '确认后不能退回';
}

function Foot({
  detail,
  redeeming,
  onRefresh,
}: Pick<RedeemSheetProps, 'detail' | 'onRefresh'> & { redeeming: Redeeming }) {
  const { refused, busy } = redeeming;
  const unsure = refused !== undefined && isUnsure(refused.refusal);
  const what = detail.price === 0 ? '领取' : '兑换';
  return (
    <>
      {refused && <FailureLine refused={refused} again={unsure ? undefined : onRefresh} />}
      <Button kind="primary" busy={busy} onPress={() => void redeeming.redeem()} testId="confirm-redeem">
        {busy ? `正在${what}` : unsure ? '再试一次' : `确认${what}`}
      </Button>
      <View className="note number redeem__small">{wayBack(detail)}</View>
    </>
  );
}

const DONE: Record<BenefitDetail['kind'], { text: string; next: string }> = {
  voucher: { text: '到店里打开，让店家扫一下', next: '去看券' },
  codes: { text: '码在券里，复制了去用', next: '看券码' },
  goods: { text: '到领取点打开，让工作人员扫一下', next: '去看领取码' },
};

function Done({ voucher, beTold }: { voucher: RedemptionCard; beTold: ReactNode }) {
  return (
    <View className="redeem__done" data-testid="redeemed">
      <View className="redeem__sign">
        <Icon name="check" large />
      </View>
      <View className="title">{voucher.price === 0 ? '领到了' : '换好了'}</View>
      <View>{DONE[voucher.kind].text}</View>
      {voucher.kind !== 'codes' && <View className="note number">{goodUntil(voucher.useUntil, serverNow())}</View>}
      {voucher.kind !== 'codes' && beTold}
    </View>
  );
}

/** Redeeming in one half-screen: what it costs, one tap, and what one got. */
export function RedeemSheet({ detail, open, onClose, onRefresh, beTold }: RedeemSheetProps) {
  const redeeming = useRedeem(detail.id);
  const { done } = redeeming;
  const close = (): void => {
    onClose();
    redeeming.beginAnew();
  };
  const see = (): void => {
    close();
    if (done) go.voucher(done.id);
  };
  return (
    <Sheet
      open={open}
      title={done ? detail.title : `${detail.price === 0 ? '领取' : '兑换'} ${detail.title}`}
      onClose={close}
      testId="redeem-sheet"
      foot={
        done ? (
          <>
            <Button kind="primary" onPress={see} testId="see-voucher">
              {DONE[done.kind].next}
            </Button>
            <Button onPress={close}>以后再看</Button>
          </>
        ) : (
          <Foot detail={detail} redeeming={redeeming} onRefresh={onRefresh} />
        )
      }
    >
      {done ? <Done voucher={done} beTold={beTold} /> : <Cost detail={detail} />}
    </Sheet>
  );
}
