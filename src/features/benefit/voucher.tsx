import { View } from '@tarojs/components';
import { useState } from 'react';
import { BENEFIT_KIND_WORDS } from '../../../domain/wording/benefit';
import { moment } from '../../../domain/wording/dates';
import { priceWords } from '../../../domain/wording/redeeming';
import { endedWords, redemptionAsOf } from '../../../domain/wording/redemption';
import type { RedemptionState, Voucher as VoucherOf } from '../../../types/contract/benefit';
import type { Instant, RedemptionId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useLive } from '../../cloud/use-live';
import { useNow } from '../../cloud/use-now';
import { ContactPress } from '../../device/contact-press';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Cover } from '../../ui/cover/cover';
import { Icon } from '../../ui/icon/icon';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Slip, SlipBody, SlipReason } from '../../ui/slip/slip';
import { Shops } from './detail-facts';
import { GiveBackSheet } from './give-back-sheet';
import { GivenCode, VoucherCode } from './voucher-code';
import './voucher.css';

/** It is verified while one looks at it: asked for again so often. */
const LIVE_MS = 5_000;

/** What became of it, and why where somebody said so. */
function Ended({ voucher, now }: { voucher: VoucherOf; now: Instant }) {
  const { title, text } = endedWords(voucher, now);
  const verified = voucher.state === 'verified';
  return (
    <SlipBody testId={`voucher-${redemptionAsOf(voucher, now)}`}>
      <View className={`notice__sign${verified ? ' mine' : ''}`}>
        <Icon name={verified ? 'check' : 'ticket'} large />
      </View>
      <View className="title">{title}</View>
      {text !== '' && <View className="slip__words number">{text}</View>}
      {voucher.reason !== undefined && <SlipReason by="工会" reason={voucher.reason} />}
      {!verified && (
        <View className="voucher__step">
          <Button onPress={() => go.benefit(voucher.benefitId)}>看看这项福利</Button>
        </View>
      )}
    </SlipBody>
  );
}

function Body({ voucher, state, now, ...rest }: BodyProps) {
  switch (state) {
    case 'valid':
      return <VoucherCode voucher={voucher} {...rest} />;
    case 'given':
      return <GivenCode voucher={voucher} />;
    default:
      return <Ended voucher={voucher} now={now} />;
  }
}

interface BodyProps {
  voucher: VoucherOf;
  state: RedemptionState;
  now: Instant;
  asking: boolean;
  again: () => void;
}

/** The way back, while there is one; after it, whom to ask. */
function GivingBack({ voucher, now, onGive }: { voucher: VoucherOf; now: Instant; onGive: () => void }) {
  const { cancelUntil } = voucher;
  return (
    <View className="pad slip__back voucher__back">
      {cancelUntil !== undefined && now <= cancelUntil && (
        <>
          <Button kind="danger" onPress={onGive} testId="give-back">
            退回这张券
          </Button>
          <View className="note number">{moment(cancelUntil, now)} 前可以退</View>
        </>
      )}
      <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
    </View>
  );
}

function Terms({ terms }: { terms: readonly string[] }) {
  if (terms.length === 0) return null;
  return (
    <View className="benefit__part pad">
      <View className="title">使用须知</View>
      <View className="stack">
        {terms.map((term) => (
          <View key={term} className="benefit__rule">
            <View className="note">·</View>
            <View className="grow">{term}</View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** The next instant at which the page reads otherwise by itself. */
function nextTurn(voucher: VoucherOf | undefined, now: Instant): Instant | undefined {
  if (!voucher) return undefined;
  const { useUntil, cancelUntil } = voucher;
  const turns = [useUntil, ...(cancelUntil === undefined ? [] : [cancelUntil + 1])];
  return turns.filter((at) => at > now).sort((a, b) => a - b)[0];
}

/** One redemption, from the code to what became of it: every state has its page. */
export function Voucher({ id }: { id: RedemptionId }) {
  const { value, refused, asking, again } = useAnswer('benefit.show', { redemptionId: id });
  const [giving, setGiving] = useState(false);
  const [turn, setTurn] = useState<Instant>();
  const now = useNow(turn);
  const next = nextTurn(value, now);
  if (next !== turn) setTurn(next);
  const state = value && redemptionAsOf(value, now);
  useLive({ again, asking }, LIVE_MS, state === 'valid');
  if (!value || !state) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const live = state === 'valid' || state === 'given';
  return (
    <View data-testid="voucher">
      {refused && (
        <StaleLine words={state === 'valid' ? '没有网络也能出示，核销要店家那边联网' : '网络不太顺，先看上次的内容'} />
      )}
      <View className="pad">
        <Slip>
          <Cover
            brand={value.brand}
            title={value.title}
            above={BENEFIT_KIND_WORDS[value.kind].name}
            small
            muted={!live}
          />
          <Body voucher={value} state={state} now={now} asking={asking} again={again} />
        </Slip>
      </View>
      <Shops shops={value.shops} kind={value.kind} />
      <Terms terms={value.terms} />
      <CellGroup muted={!live}>
        <Cell
          icon="clock"
          title={`${moment(value.redeemedAt, now)} ${value.price === 0 ? '领取' : '兑换'}`}
          value={priceWords(value.price)}
        />
        <Cell icon="gift" title="福利详情" onPress={() => go.benefit(value.benefitId)} />
      </CellGroup>
      <GivingBack voucher={value} now={now} onGive={() => setGiving(true)} />
      <GiveBackSheet voucher={value} open={giving} onClose={() => setGiving(false)} />
    </View>
  );
}
