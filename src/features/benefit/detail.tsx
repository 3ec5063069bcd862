import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { BENEFIT_KIND_WORDS, benefitAsOf } from '../../../domain/wording/benefit';
import { type BenefitPrimary, benefitPrimary, redeemRules } from '../../../domain/wording/redeeming';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { BenefitDetail } from '../../../types/contract/benefit';
import type { BenefitId, Instant, MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { benefitPath, go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cover, PriceBlock } from '../../ui/cover/cover';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { BenefitFacts, Shops } from './detail-facts';
import { RedeemSheet } from './redeem-sheet';
import './benefit.css';

/** The next instant at which something changes by itself: opening, or closing. */
function nextTurn(detail: BenefitDetail | undefined, now: Instant): Instant | undefined {
  if (!detail) return undefined;
  return [detail.opensAt, detail.closesAt].filter((at) => at > now).sort((a, b) => a - b)[0];
}

function DetailWords({ detail, now }: { detail: BenefitDetail; now: Instant }) {
  const rules = [...redeemRules(detail, now), ...detail.terms];
  return (
    <>
      {detail.description.length > 0 && (
        <View className="benefit__part pad">
          <View className="title">介绍</View>
          <View className="stack">
            {detail.description.map((paragraph) => (
              <View key={paragraph}>{paragraph}</View>
            ))}
          </View>
        </View>
      )}
      <View className="benefit__part pad">
        <View className="title">使用须知</View>
        <View className="stack">
          {rules.map((rule) => (
            <View key={rule} className="benefit__rule">
              <Text className="note">·</Text>
              <View className="grow number">{rule}</View>
            </View>
          ))}
        </View>
      </View>
    </>
  );
}

function PrimaryBar({ primary, ready, onAct }: { primary: BenefitPrimary; ready: boolean; onAct: () => void }) {
  const { act, words, note } = primary;
  return (
    <Bar>
      <View className="benefit__bar">
        {note !== '' && <View className="note number benefit__note">{note}</View>}
        <View className="benefit__primary">
          <Button
            kind={act === 'redeem' || act === 'join' ? 'primary' : 'plain'}
            disabled={act === 'none' || !ready}
            onPress={onAct}
            testId="primary"
          >
            {words}
          </Button>
        </View>
      </View>
    </Bar>
  );
}

interface DetailProps {
  id: BenefitId;
  /** Who looks; absent while that is not known yet. */
  status: MemberStatus | undefined;
  /** Asks to be told outside the app, after redeeming. */
  beTold?: ReactNode;
}

/** One benefit: what it is, what it costs, how many are left, where it is good, and the one thing to do about it. */
export function Detail({ id, status, beTold }: DetailProps) {
  const { value, refused, asking, again } = useAnswer('benefit.get', { benefitId: id });
  const [redeeming, setRedeeming] = useState(false);
  const [soonest, setSoonest] = useState<Instant>();
  const now = useNow(soonest);
  const turn = nextTurn(value, now);
  if (turn !== soonest) setSoonest(turn);
  useShareAppMessage(() => ({ title: value?.title ?? '药谷职工之家', path: benefitPath(id) }));
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const detail = benefitAsOf(value, now);
  const primary = benefitPrimary(detail, status ?? 'visitor', now);
  const act = (): void => {
    if (primary.act === 'redeem') setRedeeming(true);
    else if (primary.act === 'join') go.join();
    else if (primary.act === 'earn') go.points();
    else if (primary.redemptionId !== undefined) {
      if (detail.mine.length > 1) go.vouchers();
      else go.voucher(primary.redemptionId);
    }
  };
  return (
    <View className="benefit" data-testid="benefit">
      {refused && <StaleLine />}
      <View className="pad">
        <Cover
          brand={detail.brand}
          title={detail.title}
          above={`${BRAND_WORDS[detail.brand].name} · ${BENEFIT_KIND_WORDS[detail.kind].name}`}
          muted={detail.phase === 'closed'}
        >
          <PriceBlock price={detail.price} tone="plain" />
        </Cover>
        <View className="benefit__tagline">{detail.tagline}</View>
      </View>
      <BenefitFacts detail={detail} now={now} />
      <Shops shops={detail.shops} kind={detail.kind} />
      <DetailWords detail={detail} now={now} />
      <PrimaryBar primary={primary} ready={status !== undefined} onAct={act} />
      <RedeemSheet
        detail={detail}
        open={redeeming}
        onClose={() => setRedeeming(false)}
        onRefresh={again}
        beTold={beTold}
      />
    </View>
  );
}
