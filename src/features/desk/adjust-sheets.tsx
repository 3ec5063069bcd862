import { useState } from 'react';
import { signed } from '../../../domain/wording/entries';
import { causeTitle } from '../../../domain/wording/points';
import type { AdjustmentState, EntryView } from '../../../types/contract/points';
import type { MemberId } from '../../../types/vocabulary';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Sheet } from '../../ui/sheet/sheet';
import { DeskLine } from './desk-field';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';

/** Done at once, or waiting for somebody else: the limit is the server's. */
const told = (state: AdjustmentState, done: string): string =>
  state === 'proposed' ? '超过一个人能定的数，等另一位来定' : done;

interface GrantSheetProps {
  memberId: MemberId;
  name: string;
  onClose: () => void;
}

/** Gives points, with a reason that their member reads. */
export function GrantSheet({ memberId, name, onClose }: GrantSheetProps) {
  const act = useAct('points.grant');
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const number = /^\d{1,6}$/.test(points.trim()) ? Number(points.trim()) : 0;

  async function give(): Promise<void> {
    setChecked(true);
    const words = reason.trim();
    if (number === 0 || words === '') return;
    const outcome = await act.send({ memberId, points: number, reason: words });
    if (!outcome.ok) return;
    toast(told(outcome.value.state, `发了 ${number} 分`));
    onClose();
  }

  return (
    <Sheet
      open
      title={`给${name}发积分`}
      onClose={onClose}
      testId="grant-points-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void give()} testId="confirm-grant">
            {number > 0 ? `发 ${number} 分` : '发积分'}
          </Button>
        </>
      }
    >
      <DeskLine
        number
        label="多少分"
        fault={checked && number === 0 ? '请填 1 以上的整数' : undefined}
        maxLength={6}
        value=""
        onType={setPoints}
        testId="points"
      />
      <ReasonField note="对方会在积分明细里看到" missing={checked && reason.trim() === ''} onType={setReason} />
    </Sheet>
  );
}

/** Takes back what an entry brought. */
export function ReverseSheet({
  memberId,
  entry,
  onClose,
}: {
  memberId: MemberId;
  entry: EntryView;
  onClose: () => void;
}) {
  const act = useAct('points.reverse');
  const reverse = async (reason: string): Promise<void> => {
    const outcome = await act.send({ memberId, entryId: entry.id, reason });
    if (!outcome.ok) return;
    toast(told(outcome.value.state, '撤回了'));
    onClose();
  };
  return (
    <ReasonSheet
      title="撤回这一笔"
      text={`“${causeTitle(entry.cause)}”的 ${signed(entry.points)} 分会收回；已经花掉的记成欠的，以后攒到先还。`}
      note="对方会在积分明细里看到"
      yes="撤回"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void reverse(reason)}
      onClose={onClose}
    />
  );
}
