import { useState } from 'react';
import { NAME_MOST, nameFault } from '../../../domain/wording/entry-name';
import type { EntryDetail } from '../../../types/contract';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';
import { useLeagueAct } from './use-league-act';

/** Another name, as long as rosters are open. */
export function RenameSheet({ entry, onClose }: { entry: EntryDetail; onClose: () => void }) {
  const act = useLeagueAct('league.renameEntry');
  const [name, setName] = useState(entry.name);
  const [fault, setFault] = useState<string>();
  async function save(): Promise<void> {
    const wrong = nameFault(name);
    setFault(wrong);
    if (wrong !== undefined) return;
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id, name: name.trim() });
    if (!outcome.ok) return;
    toast('改好了');
    onClose();
  }
  return (
    <Sheet
      open
      title="改队名"
      onClose={onClose}
      testId="rename-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void save()} testId="save-name">
            改名
          </Button>
        </>
      }
    >
      <Field label="队名" fault={fault}>
        <TextInput
          label="队名"
          initial={entry.name}
          maxLength={NAME_MOST}
          onType={(text) => {
            setName(text);
            setFault(undefined);
            act.forget();
          }}
          testId="new-name"
        />
      </Field>
    </Sheet>
  );
}
