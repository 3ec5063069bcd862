import { useState } from 'react';
import type { CheckInView, DailyRule } from '../../../types/contract';
import { useCommand } from '../../cloud/use-command';
import { SHOWS_CHECK_INS } from '../../cloud/waiting';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { AmountFields, NoteFields, type Words } from './amount-fields';
import { NameSheet } from './name-sheet';

interface EditSheetProps {
  checkIn: CheckInView;
  kind: DailyRule['kind'];
  /** Whether others know the author by any name. */
  named: boolean;
  onClose: () => void;
}

/** Puts amounts and words right while the day lasts; a note that is worded anew is looked at anew. */
export function EditSheet({ checkIn, kind, named, onClose }: EditSheetProps) {
  const { minutes, pages, note, shared, id } = checkIn;
  const [draft, setDraft] = useState<Words>({ minutes, pages, note, shared });
  const [naming, setNaming] = useState(false);
  const { send, busy, refused } = useCommand('reading.editCheckIn', SHOWS_CHECK_INS);
  const change = (changed: Partial<Words>): void => setDraft((before) => ({ ...before, ...changed }));
  async function save(): Promise<void> {
    const words = draft.note.trim();
    const outcome = await send({ checkInId: id, ...draft, note: words, shared: draft.shared && words !== '' });
    if (!outcome.ok) return;
    toast('改好了');
    onClose();
  }
  if (naming) {
    return (
      <NameSheet
        onNamed={() => {
          setNaming(false);
          change({ shared: true });
        }}
        onClose={() => setNaming(false)}
      />
    );
  }
  const empty = draft.minutes + draft.pages === 0 && draft.note.trim() === '';
  return (
    <Sheet
      open
      title="修改打卡"
      onClose={onClose}
      testId="edit-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="primary" busy={busy} disabled={empty} onPress={() => void save()} testId="save">
            保存
          </Button>
        </>
      }
    >
      <AmountFields draft={draft} kind={kind} onChange={change} />
      <NoteFields
        draft={draft}
        onChange={change}
        onShare={(to) => (to && !named ? setNaming(true) : change({ shared: to }))}
      />
    </Sheet>
  );
}
