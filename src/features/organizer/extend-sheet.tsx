import { View } from '@tarojs/components';
import { useState } from 'react';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import { moment } from '../../../domain/wording/dates';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import { extendFault } from './extend-fault';
import { SaveFoot } from './save-foot';
import { useAct } from './use-act';

/** Sign-up closes later, or is open again. */
export function ExtendSheet({ activity, onClose }: { activity: ManagedActivity; onClose: () => void }) {
  const extend = useAct('organizer.extendSignUp');
  const { closesAt } = activity;
  const [typed, setTyped] = useState(() => wallTime(closesAt));
  const [checked, setChecked] = useState(false);
  const now = serverNow();
  const until = instantAt(typed);
  const fault = extendFault(activity, until, now);

  async function save(): Promise<void> {
    setChecked(true);
    if (until === undefined || fault !== undefined) return;
    if (!(await extend.send({ activityId: activity.id, closesAt: until })).ok) return;
    toast('报名时间延长了');
    onClose();
  }

  const foot = { activity, refused: extend.refused, busy: extend.busy, off: false };
  return (
    <Sheet
      open
      title="延长报名"
      onClose={onClose}
      testId="extend-sheet"
      foot={<SaveFoot {...foot} onSave={() => void save()} testId="save-extend" />}
    >
      <View className="note number">
        {closesAt > now ? `现在 ${moment(closesAt, now)} 截止` : `${moment(closesAt, now)} 已经截止，延长后又可以报名`}
      </View>
      <Field label="新的截止时间" fault={checked ? fault : undefined}>
        <DateTime value={typed} label="新的截止时间" onChange={setTyped} testId="closes-at" />
      </Field>
    </Sheet>
  );
}
