import { View } from '@tarojs/components';
import { BENEFIT_KIND_WORDS } from '../../../domain/wording/benefit';
import { moment } from '../../../domain/wording/dates';
import { goodUntil } from '../../../domain/wording/redeeming';
import type { BenefitDetail, BenefitKind } from '../../../types/contract/benefit';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Meter } from '../../ui/meter/meter';
import './benefit.css';

function windowWords({ opensAt, closesAt, price }: BenefitDetail, now: Instant): string {
  const what = price === 0 ? '领取' : '兑换';
  return now < opensAt ? `${what} ${moment(opensAt, now)} 开始` : `${what} ${moment(closesAt, now)} 截止`;
}

function quotaWords({ quota }: BenefitDetail): string | undefined {
  if (!quota) return undefined;
  return quota.left > 0
    ? `你们单位还能换 ${quota.left} 份，共 ${quota.capacity} 份`
    : `你们单位的 ${quota.capacity} 份都换走了`;
}

/** What is left: the number one came for, next to the price. */
function Stock({ detail }: { detail: BenefitDetail }) {
  const { stock, brand, phase } = detail;
  const quota = quotaWords(detail);
  if (phase === 'closed') return null;
  const taken = stock.capacity > 0 ? (stock.capacity - stock.left) / stock.capacity : 0;
  return (
    <View className="benefit__part pad" data-testid="stock">
      <View className="row row--apart benefit__stock">
        <View className="title">库存</View>
        <View className="number">
          {stock.left > 0 ? (
            <>
              <View className="note benefit__inline">还剩 </View>
              <View className="large benefit__inline">{stock.left}</View>
              <View className="note benefit__inline"> / {stock.capacity}</View>
            </>
          ) : (
            <View className="large">没有了</View>
          )}
        </View>
      </View>
      <Meter share={taken} tone={brand} />
      {quota !== undefined && (
        <View className="note number benefit__quota" data-testid="quota">
          {quota}
        </View>
      )}
    </View>
  );
}

/** What kind it is, until when one can have it and use it, and what I have of it already. */
export function BenefitFacts({ detail, now }: { detail: BenefitDetail; now: Instant }) {
  const { kind, useUntil, listed, onList, mine } = detail;
  const words = BENEFIT_KIND_WORDS[kind];
  const [first] = mine;
  return (
    <>
      <CellGroup>
        <Cell icon="ticket" title={words.name} note={words.note} />
        <Cell
          icon="clock"
          title={windowWords(detail, now)}
          {...(kind === 'codes' ? {} : { note: `${goodUntil(useUntil, now)}` })}
        />
        {listed && (
          <Cell
            icon="people"
            title="按名单发放"
            note={onList === true ? '名单里有你' : '只给名单里的会员'}
            testId="listed"
          />
        )}
        {first !== undefined && (
          <Cell
            icon="check"
            title={mine.length === 1 ? '你已经有一份' : `你已经有 ${mine.length} 份`}
            onPress={() => (mine.length === 1 ? go.voucher(first) : go.vouchers())}
            testId="mine"
          />
        )}
      </CellGroup>
      <Stock detail={detail} />
    </>
  );
}

/** Where it is good. */
export function Shops({ shops, kind }: { shops: BenefitDetail['shops']; kind: BenefitKind }) {
  if (shops.length === 0) return null;
  return (
    <CellGroup title={kind === 'goods' ? '在这里领' : '在这里用'}>
      {shops.map(({ id, name, address }) => (
        <Cell key={id} icon={kind === 'goods' ? 'place' : 'shop'} title={name} note={address} />
      ))}
    </CellGroup>
  );
}
