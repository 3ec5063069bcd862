import type { ReactNode } from 'react';
import { Button } from '../../ui/button/button';
import { usePhotosOnTheWay } from './on-the-way';

interface SendButtonProps {
  children: ReactNode;
  busy: boolean;
  onPress: () => void;
  testId: string;
}

/** Sends a form that may have photos: while some go up it waits, since it would be sent without them. */
export function SendButton({ children, busy, onPress, testId }: SendButtonProps) {
  const going = usePhotosOnTheWay();
  return (
    <Button kind="primary" busy={busy} disabled={going} onPress={onPress} testId={testId}>
      {going ? '正在上传' : children}
    </Button>
  );
}
