import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import { Button } from '../../ui/button/button';
import { ActRefused } from './act-refused';

interface SaveFootProps {
  activity: ManagedActivity;
  refused: Parameters<typeof ActRefused>[0]['refused'];
  busy: boolean;
  /** Nothing is chosen yet that could be saved. */
  off: boolean;
  onSave: () => void;
  testId: string;
}

/** The foot of a sheet that changes one thing: what it was refused for, and the button. */
export function SaveFoot({ activity, refused, busy, off, onSave, testId }: SaveFootProps) {
  return (
    <>
      <ActRefused refused={refused} activity={activity} />
      <Button kind="primary" busy={busy} disabled={off} onPress={onSave} testId={testId}>
        {busy ? '正在保存' : '保存'}
      </Button>
    </>
  );
}
