import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { STEP_MS, stepOf, voucherCode } from '../../../domain/ticket/code';
import { goodUntil } from '../../../domain/wording/redeeming';
import { digitGroups } from '../../../domain/wording/redemption';
import type { Voucher } from '../../../types/contract/benefit';
import { serverNow } from '../../cloud/clock';
import { useSteps } from '../../cloud/use-now';
import { useBright } from '../../device/bright';
import { copyText } from '../../device/copy';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Qr } from '../../ui/qr/qr';
import { Selectable } from '../../ui/selectable/selectable';
import { Bone } from '../../ui/skeleton/skeleton';
import { SlipBody } from '../../ui/slip/slip';
import { TimeLeft } from '../../ui/time-left/time-left';
import './voucher.css';

/** The code for whoever verifies, drawn from the voucher's key without asking anybody; the digits never change. */
function RotatingCode({ id, voucherKey, digits }: { id: string; voucherKey: string; digits: string | undefined }) {
  useBright();
  const step = stepOf(useSteps(STEP_MS));
  const code = useMemo(() => voucherCode(voucherKey, id, step * STEP_MS), [voucherKey, id, step]);
  const gone = Math.min(STEP_MS, Math.max(0, serverNow() - step * STEP_MS));
  return (
    <>
      <Qr text={code} label="核销二维码" />
      <TimeLeft step={step} gone={gone} />
      {digits !== undefined && (
        <Selectable className="voucher__digits number" testId="digits">
          {digitGroups(digits).map(({ at, words }) => (
            <Text key={at} className="voucher__group">
              {words}
            </Text>
          ))}
        </Selectable>
      )}
    </>
  );
}

/** In place of the code while its key is not on this phone: it came by no answer yet. */
function CodeAwaited({ asking, again }: { asking: boolean; again: () => void }) {
  if (asking) return <Bone className="voucher__shape" />;
  return (
    <Notice icon="offline" title="券码还没取到" text="联网后取一次，以后没有网络也能打开" testId="code-awaited">
      <Button onPress={again} testId="again">
        再试一次
      </Button>
    </Notice>
  );
}

interface VoucherCodeProps {
  voucher: Voucher;
  asking: boolean;
  again: () => void;
}

/** What is shown at the counter. */
export function VoucherCode({ voucher, asking, again }: VoucherCodeProps) {
  const { id, key, digits, kind, useUntil } = voucher;
  return (
    <SlipBody testId="voucher-valid">
      {key === undefined ? (
        <CodeAwaited asking={asking} again={again} />
      ) : (
        <RotatingCode id={id} voucherKey={key} digits={digits} />
      )}
      <View className="slip__state number">{goodUntil(useUntil, serverNow())}</View>
      {key !== undefined && (
        <View className="note">{kind === 'goods' ? '领取时给工作人员扫' : '结账时给店家扫'}，扫不了就报上面的数字</View>
      )}
    </SlipBody>
  );
}

/** A code of somebody else's: to be read, and taken along. */
export function GivenCode({ voucher: { code, useUntil } }: { voucher: Voucher }) {
  if (code === undefined) {
    return <Notice icon="offline" title="券码还没取到" text="联网后再打开一次" testId="code-awaited" />;
  }
  return (
    <SlipBody testId="voucher-given">
      <View className="note">券码</View>
      <Selectable className="voucher__given number" testId="code">
        {code}
      </Selectable>
      <View className="voucher__step">
        <Button kind="primary" onPress={() => void copyText(code)} testId="copy">
          复制券码
        </Button>
      </View>
      <View className="note number">{goodUntil(useUntil, serverNow())}</View>
    </SlipBody>
  );
}
