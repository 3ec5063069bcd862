import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { UNVERIFY_REASONS } from '../../../domain/wording/counter';
import { clock } from '../../../domain/wording/dates';
import type { Instant, RedemptionId } from '../../../types/vocabulary';
import { outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';

interface UndoSheetProps {
  redemptionId: RedemptionId;
  title: string;
  /** The last instant at which it can be undone. */
  undoUntil: Instant;
  onClose: () => void;
  onDone: () => void;
}

/** Takes one verification back, with a reason that stays in the books. */
export function UndoSheet({ redemptionId, title, undoUntil, onClose, onDone }: UndoSheetProps) {
  const send = useRef(command('benefit.undoVerify'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<'benefit.undoVerify'>>();
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();

  async function undo(): Promise<void> {
    const reason = typed.trim() === '' ? chosen : typed.trim();
    setFault(reason === undefined ? '选一个原因，或者自己写' : undefined);
    if (reason === undefined) return;
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({ redemptionId, reason });
    setBusy(false);
    if (!outcome.ok) return setRefused(outcome);
    outdate('benefit.tallies', 'benefit.verifications');
    toast('已撤销');
    onDone();
  }

  return (
    <Sheet
      open
      title="撤销核销"
      onClose={onClose}
      testId="undo-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="danger" busy={busy} onPress={() => void undo()} testId="confirm-undo">
            撤销核销
          </Button>
        </>
      }
    >
      <View className="strong">{title}</View>
      <View className="note number">{clock(undoUntil)} 前可以撤销，券会还给对方</View>
      <Field label="原因" fault={fault}>
        <Choice
          options={UNVERIFY_REASONS.map((reason) => ({ value: reason, title: reason }))}
          chosen={typed.trim() === '' ? chosen : undefined}
          onChoose={(reason) => {
            setChosen(reason);
            setFault(undefined);
          }}
        />
      </Field>
      <Field label="其他原因" optional>
        <TextInput label="其他原因" placeholder="写几个字" maxLength={60} onType={setTyped} testId="undo-reason" />
      </Field>
    </Sheet>
  );
}
