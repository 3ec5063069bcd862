import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MessageKind } from '../../types/vocabulary';
import { askToBeTold, type Told } from '../cloud/ask-to-be-told';
import { canAsk } from '../device/subscribe';
import { Button } from '../ui/button/button';
import { FailureLine } from './failure';

/**
 * Asks to be told outside the app, once for each kind; for the moment after signing up or joining a queue. Shows nothing
 * where nobody could be told. WeChat asks about three kinds at most.
 */
export function TellMeButton({ kinds }: { kinds: readonly MessageKind[] }) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  if (!canAsk(kinds)) return null;
  const press = (): void => {
    setBusy(true);
    // Nothing may come before this in the tap, or WeChat shows no dialog.
    void askToBeTold(kinds).then((outcome) => {
      setTold(outcome);
      setBusy(false);
    });
  };
  if (told?.kind === 'agreed') {
    return (
      <View className="note" data-testid="will-tell">
        好，有变动会在微信里提醒你一次
      </View>
    );
  }
  if (told?.kind === 'failed') return <FailureLine refused={told.refused} again={press} asking={busy} />;
  return (
    <View className="stack stack--tight">
      <Button onPress={press} busy={busy} testId="tell-me">
        有变动时微信提醒我
      </Button>
      {told?.kind === 'declined' && <View className="note">没关系，“我的”里的消息也会有</View>}
    </View>
  );
}
