import { View } from '@tarojs/components';
import { useState } from 'react';
import { toldWords } from '../../../domain/wording/organizer';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import { toast } from '../../device/toast';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Sheet } from '../../ui/sheet/sheet';
import { ActRefused } from './act-refused';
import { useAct } from './use-act';

/** Cancelling says who is told and that it cannot be taken back, and wants the words they will read. */
export function CancelActivitySheet({ activity, onClose }: { activity: ManagedActivity; onClose: () => void }) {
  const cancel = useAct('organizer.cancelActivity');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const told = toldWords(activity.counts);
  async function yes(): Promise<void> {
    const words = reason.trim();
    setMissing(words === '');
    if (words === '') return;
    const outcome = await cancel.send({ activityId: activity.id, reason: words });
    if (!outcome.ok) return;
    toast('活动已取消');
    onClose();
  }
  return (
    <Sheet
      open
      title="取消活动"
      onClose={onClose}
      testId="cancel-sheet"
      foot={
        <>
          <ActRefused refused={cancel.refused} activity={activity} />
          <Button kind="danger" busy={cancel.busy} onPress={() => void yes()} testId="confirm-cancel">
            {told.people > 0 ? `确定取消，告诉 ${told.people} 位` : '确定取消'}
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View className="stack">
        <View>取消以后不能恢复，报名全部作废。</View>
        <View className="number">
          {told.people > 0 ? `会告诉 ${told.people} 位：${told.words}。` : '还没有人报名，不用告诉谁。'}
        </View>
      </View>
      <ReasonField
        note="报了名的人会看到这句话"
        placeholder="比如“当天有暴雨预警”"
        missing={missing}
        onType={(words) => {
          setReason(words);
          setMissing(false);
        }}
      />
    </Sheet>
  );
}
