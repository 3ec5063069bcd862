import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { BENEFIT_KIND_WORDS } from '../../../domain/wording/benefit';
import { moment } from '../../../domain/wording/dates';
import { redemptionAsOf, redemptionTag } from '../../../domain/wording/redemption';
import type { OpOf } from '../../../types/contract';
import type { RedemptionCard } from '../../../types/contract/benefit';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { keepAnswer, keptAnswer, keyOf, useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { PriceBlock } from '../../ui/cover/cover';
import { ListRow } from '../../ui/list-row/list-row';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { useVouchersAtHand } from './vouchers-at-hand';
import './benefit.css';

type Which = 'valid' | 'all';
const WHICH: readonly { value: Which; words: string }[] = [
  { value: 'valid', words: '可以用的' },
  { value: 'all', words: '全部' },
];
type MinePage = ValueOf<OpOf<'benefit.mine'>>;

function VoucherRow({ card, now }: { card: RedemptionCard; now: Instant }) {
  const tag = redemptionTag(card, now);
  const state = redemptionAsOf(card, now);
  const over = state !== 'valid' && state !== 'given';
  return (
    <ListRow
      block={<PriceBlock price={card.price} tone={card.brand} />}
      title={card.title}
      tags={<Tag words={tag.words} tone={tag.mine ? 'mine' : 'none'} />}
      over={over}
      onPress={() => go.voucher(card.id)}
      testId={`voucher-${card.id}`}
    >
      <View className="note number">
        {BENEFIT_KIND_WORDS[card.kind].name} · {moment(card.redeemedAt, now)} {card.price === 0 ? '领到' : '换到'}
      </View>
    </ListRow>
  );
}

const inputOf = (which: Which): { valid?: true } => (which === 'valid' ? { valid: true } : {});

/** Asks for a page; the first one is kept, for when there is no network. */
async function ask(which: Which, cursor: string | undefined) {
  const outcome = await call('benefit.mine', { ...inputOf(which), ...(cursor === undefined ? {} : { cursor }) });
  if (outcome.ok && cursor === undefined) keepAnswer('benefit.mine', inputOf(which), outcome.value);
  return outcome;
}

function Empty({ which }: { which: Which }) {
  return (
    <Notice
      icon="ticket"
      title={which === 'valid' ? '没有可以用的券' : '还没有换过'}
      text="看看福利里有什么喜欢的"
      testId="empty"
    >
      <Button onPress={() => go.tab('pages/benefits/index')}>去看福利</Button>
    </Notice>
  );
}

/** 我的券: what can be shown, and what became of the rest. */
export function Vouchers() {
  const [which, setWhich] = useState<Which>('valid');
  const now = useNow();
  const version = useAnswers((state) => state.versions['benefit.mine'] ?? 0);
  const list = usePages<RedemptionCard, MinePage, RefusedBy<'benefit.mine'>>(which, version, (cursor) =>
    ask(which, cursor),
  );
  useReachBottom(list.loadMore);
  const kept = keptAnswer('benefit.mine', keyOf('benefit.mine', inputOf(which)));
  const { refused } = list;
  const items = list.items ?? (refused ? kept?.items : undefined);
  useVouchersAtHand(list.items ?? []);
  return (
    <View className="vouchers">
      <Chips options={WHICH} chosen={which} onChoose={setWhich} />
      {refused && !list.items && items && <StaleLine words="没有网络，打开过的券还能看" />}
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={4} />)}
      {items?.length === 0 && <Empty which={which} />}
      {items?.map((card) => (
        <VoucherRow key={card.id} card={card} now={now} />
      ))}
      {refused && list.items && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
    </View>
  );
}
