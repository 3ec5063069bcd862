import { View } from '@tarojs/components';
import { useState } from 'react';
import { touchWords } from '../../../domain/wording/organizer';
import type { AnyRefused } from '../../../domain/wording/refusal';
import type { Touch } from '../../../types/contract/organizer-activity';
import type { Plan } from '../../../types/contract/plan';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Sheet } from '../../ui/sheet/sheet';
import './organizer.css';

interface ConfirmSheetProps {
  /** What the change does to people; absent: nothing is asked. */
  touches: readonly Touch[] | undefined;
  plan: Pick<Plan, 'sessions'>;
  /** Whom it touches has changed since the last yes. */
  again: boolean;
  /** What was given as the reason already. */
  reason?: string;
  busy: boolean;
  refused: AnyRefused | undefined;
  onYes: (reason: string) => void;
  onNo: () => void;
}

/** Whom a change touches, how many they are and by name. */
export function Touches({ touches, plan }: { touches: readonly Touch[]; plan: Pick<Plan, 'sessions'> }) {
  return (
    <View className="stack">
      {touches.map((touch) => {
        const { title, who } = touchWords(touch, plan);
        return (
          <View key={`${touch.what} ${touch.sessionId ?? ''}`} className="card" data-testid={`touch-${touch.what}`}>
            <View className="row row--apart touch__head">
              <View className="grow strong">{title}</View>
              <View className="number strong">{touch.people} 人</View>
            </View>
            {touch.names.length > 0 && <View className="note">{who}</View>}
          </View>
        );
      })}
    </View>
  );
}

/** A change that people relied on otherwise: shows exactly whom it touches, and wants a reason and a second yes. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  if (!props.touches) return null;
  return <Asking {...props} touches={props.touches} />;
}

function Asking({
  touches,
  plan,
  again,
  reason: given = '',
  busy,
  refused,
  onYes,
  onNo,
}: ConfirmSheetProps & { touches: readonly Touch[] }) {
  const [reason, setReason] = useState(given);
  const [missing, setMissing] = useState(false);
  function yes(): void {
    const words = reason.trim();
    setMissing(words === '');
    if (words !== '') onYes(words);
  }
  return (
    <Sheet
      open
      title="这一改会影响已经报名的人"
      onClose={onNo}
      testId="confirm-sheet"
      foot={
        <>
          {refused && refused.refusal !== 'NEEDS_CONFIRMATION' && <FailureLine refused={refused} />}
          <Button kind="danger" busy={busy} onPress={yes} testId="confirm-yes">
            仍然这样改，并告诉他们
          </Button>
          <Button onPress={onNo}>先不改</Button>
        </>
      }
    >
      {again && <View className="confirm__again">刚才又有人报名或取消，请再看一遍</View>}
      <Touches touches={touches} plan={plan} />
      <ReasonField
        note="他们会看到这句话"
        initial={given}
        missing={missing}
        onType={(words) => {
          setReason(words);
          setMissing(false);
        }}
      />
    </Sheet>
  );
}
