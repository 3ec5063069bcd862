import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { STEP_MS, stepOf, venueCode } from '../../../domain/ticket/code';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useSteps } from '../../cloud/use-now';
import { useBright } from '../../device/bright';
import { TYPED } from '../../device/scan';
import { go } from '../../routes';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Qr } from '../../ui/qr/qr';
import { Bone } from '../../ui/skeleton/skeleton';
import type { GateOf } from './recent';
import { Trouble } from './trouble';
import './venue-screen.css';

/**
 * The code of this step, drawn from the key without asking anybody: once the key is here the screen goes on without a
 * network. The bar runs out with the code.
 */
function RotatingCode({ of, venueKey }: { of: GateOf; venueKey: string }) {
  useBright();
  const step = stepOf(useSteps(STEP_MS));
  const { activityId, sessionId } = of;
  const code = useMemo(
    () => venueCode(venueKey, activityId, sessionId, step * STEP_MS),
    [venueKey, activityId, sessionId, step],
  );
  const gone = Math.min(STEP_MS, Math.max(0, serverNow() - step * STEP_MS));
  return (
    <View className="venue-screen__code">
      <Qr text={code} label="会场签到码" />
      <View className="venue-screen__time">
        <View key={step} className="venue-screen__left" style={{ animationDelay: `-${gone}ms` }} />
      </View>
      {TYPED && (
        <View className="note venue-screen__typed" data-testid="venue-code">
          {code}
        </View>
      )}
    </View>
  );
}

/** The venue's rotating code over the whole window, for a tablet or a screen at the door. */
export function VenueScreen({ of }: { of: GateOf }) {
  const { value, refused, asking, again } = useAnswer('checkin.venueKey', { ...of });
  return (
    <View className="venue-screen afar" data-testid="venue-screen-page">
      <Press className="venue-screen__close" label="关闭会场码" onPress={go.back} testId="close-venue">
        <Icon name="close" />
      </Press>
      {value && (
        <View className="venue-screen__inside">
          <View className="venue-screen__words">
            <View className="venue-screen__session">{value.sessionName}</View>
            <View className="venue-screen__title">{value.title}</View>
            <View className="venue-screen__how">打开“药谷职工之家”的电子票，点“会场签到”扫这个码</View>
          </View>
          <RotatingCode of={of} venueKey={value.key} />
        </View>
      )}
      {!value && refused && <Trouble refused={refused} again={again} asking={asking} />}
      {!value && !refused && (
        <View className="venue-screen__inside" data-testid="skeleton">
          <Bone className="venue-screen__shape" />
        </View>
      )}
    </View>
  );
}
