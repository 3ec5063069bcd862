import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, monthOf } from '../../../domain/time/shanghai';
import { counterRefusal, DIGITS, SHOP_KIND_WORDS, sumOf, verifiedWords } from '../../../domain/wording/counter';
import type { ShopView, Verified } from '../../../types/contract/benefit';
import type { Instant, ShopId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { ScanPress, TYPED } from '../../device/scan';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Verdict } from '../../ui/verdict/verdict';
import { DigitsSheet } from './digits-sheet';
import { UndoSheet } from './undo-sheet';
import { type Look, useVerify, type Verifying } from './use-verify';
import './merchant.css';

function Ready() {
  return (
    <View className="verdict verdict--ready" data-testid="ready">
      <Icon name="scan" large />
      <View className="title">可以核销了</View>
      <View className="note">
        {TYPED ? `输入券上的 ${DIGITS} 位数字，或粘贴扫到的码` : '请对方打开“我的券”，对准上面的码'}
      </View>
    </View>
  );
}

function Accepted({ verified, now, onUndo }: { verified: Verified; now: Instant; onUndo: () => void }) {
  const { again, title, undoUntil } = verified;
  const { head, note } = verifiedWords(verified, now);
  return (
    <Verdict
      tone={again ? 'again' : 'in'}
      icon={again ? 'clock' : 'check'}
      head={head}
      name={title}
      note={note}
      testId={again ? 'verdict-again' : 'verdict-in'}
    >
      {now <= undoUntil && (
        <Button onPress={onUndo} testId="undo">
          撤销这一次
        </Button>
      )}
    </Verdict>
  );
}

function Result({ look, verifying, now, onUndo }: ResultProps) {
  switch (look.kind) {
    case 'ready':
      return <Ready />;
    case 'looking':
      return (
        <View className="verdict verdict--looking" data-testid="looking">
          <View className="title">正在核对</View>
        </View>
      );
    case 'mistyped':
      return (
        <Verdict
          tone="unsure"
          icon="help"
          head="没有核销"
          name={`要 ${DIGITS} 位数字`}
          text={`现在是 ${look.digits} 位，核对后再输一次`}
          testId="mistyped"
        />
      );
    case 'verified':
      return <Accepted verified={look.verified} now={now} onUndo={onUndo} />;
    case 'undone':
      return (
        <Verdict
          tone="unsure"
          icon="back"
          head="已经撤销"
          name={look.verified.title}
          text="券还给对方了"
          testId="undone"
        />
      );
    case 'refused': {
      const { title, text, again } = counterRefusal(look.refused, serverNow());
      return (
        <Verdict
          tone={again ? 'unsure' : 'refused'}
          icon={again ? 'offline' : 'close'}
          head={again ? '没有核对成' : '不能核销'}
          name={title}
          text={text}
          testId={`refused-${look.refused.refusal}`}
        >
          {again && (
            <Button onPress={() => verifying.read(look.code)} testId="again">
              再试一次
            </Button>
          )}
        </Verdict>
      );
    }
    default:
      return look satisfies never;
  }
}

interface ResultProps {
  look: Look;
  verifying: Verifying;
  now: Instant;
  onUndo: () => void;
}

/** What was verified here today: the way to the books. */
function TodayCell({ shopId, now }: { shopId: ShopId; now: Instant }) {
  const { value } = useAnswer('benefit.tallies', { shopId, month: monthOf(now) });
  const today = value?.days.find(({ day }) => day === dayOf(now));
  return (
    <Cell
      icon="calendar"
      title="对账"
      note="按天看核销了多少"
      value={value ? `今天 ${sumOf(today?.lines ?? [])} 张` : ''}
      onPress={() => go.tally(shopId)}
      testId="tally"
    />
  );
}

function Counter({ shop }: { shop: ShopView }) {
  const verifying = useVerify(shop.id);
  const { look } = verifying;
  const [typing, setTyping] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const undoUntil = look.kind === 'verified' ? look.verified.undoUntil + 1 : undefined;
  const now = useNow(undoUntil);
  const first = look.kind === 'ready';
  return (
    <View className="counter" data-testid="counter">
      <View className="pad counter__head">
        <View className="strong">{shop.name}</View>
        <View className="note">
          {SHOP_KIND_WORDS[shop.kind].name} · {shop.address}
        </View>
      </View>
      <View className="pad">
        <Result look={look} verifying={verifying} now={now} onUndo={() => setUndoing(true)} />
      </View>
      <CellGroup>
        {!TYPED && <Cell icon="edit" title="扫不了，输入数字" onPress={() => setTyping(true)} testId="type-digits" />}
        <TodayCell shopId={shop.id} now={now} />
      </CellGroup>
      <Bar>
        <ScanPress
          words={first ? '扫码核销' : '扫下一张'}
          typedWords={first ? '核销' : '下一张'}
          placeholder="券上的数字或码"
          busy={look.kind === 'looking'}
          onCode={verifying.read}
        />
      </Bar>
      {typing && <DigitsSheet onClose={() => setTyping(false)} onCode={verifying.read} />}
      {undoing && look.kind === 'verified' && (
        <UndoSheet
          redemptionId={look.verified.redemptionId}
          title={look.verified.title}
          undoUntil={look.verified.undoUntil}
          onClose={() => setUndoing(false)}
          onDone={() => {
            setUndoing(false);
            verifying.noteUndone(look.verified);
          }}
        />
      )}
    </View>
  );
}

/** 核销: one voucher after another, the last answer large. */
export function Verify({ shopId }: { shopId: ShopId }) {
  const { value, refused, asking, again } = useAnswer('benefit.myShops', {});
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const shop = value.items.find(({ id }) => id === shopId);
  if (!shop) {
    return <Notice icon="shop" title="不在这家店核销了" text="授权可能到期或收回，请问工会工作人员" testId="no-shop" />;
  }
  if (!shop.open) {
    return (
      <Notice icon="shop" title="这家店已停止核销" text="以前的账还在" testId="shop-closed">
        <Button onPress={() => go.tally(shop.id)}>看账</Button>
      </Notice>
    );
  }
  return <Counter shop={shop} />;
}
