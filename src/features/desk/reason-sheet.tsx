import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AnyRefused } from '../../../domain/wording/refusal';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Sheet } from '../../ui/sheet/sheet';

interface ReasonSheetProps {
  title: string;
  /** What will happen. */
  text: string;
  /** Who reads the reason. */
  note: string;
  yes: string;
  optional?: boolean;
  busy: boolean;
  refused: AnyRefused | undefined;
  onYes: (reason: string) => void;
  onClose: () => void;
}

/** Something that wants a reason and a second yes. */
export function ReasonSheet({
  title,
  text,
  note,
  yes,
  optional = false,
  busy,
  refused,
  onYes,
  onClose,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const give = (): void => {
    const words = reason.trim();
    setMissing(words === '' && !optional);
    if (words !== '' || optional) onYes(words);
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      testId="reason-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="danger" busy={busy} onPress={give} testId="reason-yes">
            {yes}
          </Button>
          <Button onPress={onClose}>先不了</Button>
        </>
      }
    >
      <View>{text}</View>
      <ReasonField
        note={note}
        optional={optional}
        missing={missing}
        onType={(words) => {
          setReason(words);
          setMissing(false);
        }}
      />
    </Sheet>
  );
}
