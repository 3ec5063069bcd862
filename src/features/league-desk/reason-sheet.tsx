import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
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
  placeholder?: string;
  yes: string;
  /** Takes something away from people. */
  hard?: boolean;
  busy: boolean;
  refused: AnyRefused | undefined;
  onYes: (reason: string) => void;
  onClose: () => void;
  /** Stands between the text and the reason. */
  children?: ReactNode;
}

/** Something that wants a reason and a second yes. */
export function ReasonSheet({
  title,
  text,
  note,
  placeholder,
  yes,
  hard = true,
  busy,
  refused,
  onYes,
  onClose,
  children,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const give = (): void => {
    const words = reason.trim();
    setMissing(words === '');
    if (words !== '') onYes(words);
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
          <Button kind={hard ? 'danger' : 'primary'} busy={busy} onPress={give} testId="reason-yes">
            {yes}
          </Button>
          <Button onPress={onClose}>先不了</Button>
        </>
      }
    >
      <View>{text}</View>
      {children}
      <ReasonField
        note={note}
        missing={missing}
        onType={(words) => {
          setReason(words);
          setMissing(false);
        }}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </Sheet>
  );
}
