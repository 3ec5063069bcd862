import { useRef, useState } from 'react';
import type { Admitted, Attendee } from '../../../types/contract/checkin';
import { outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';
import { type GateOf, noteAdmitted, noteUndone } from './recent';

type Refused = RefusedBy<'checkin.admit'> | RefusedBy<'checkin.undo'>;

export interface Handling {
  busy: boolean;
  admitted: Admitted | undefined;
  refused: Refused | undefined;
  admit: () => Promise<void>;
  /** Answers whether it was undone. */
  undo: (reason: string) => Promise<boolean>;
}

/** What can be done for one person from the list. */
export function useAttendee(of: GateOf, gate: string, { registrationId }: Attendee): Handling {
  const sendAdmit = useRef(command('checkin.admit'));
  const sendUndo = useRef(command('checkin.undo'));
  const [busy, setBusy] = useState(false);
  const [admitted, setAdmitted] = useState<Admitted>();
  const [refused, setRefused] = useState<Refused>();

  async function admit(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await sendAdmit.current({ registrationId, ...(gate === '' ? {} : { gate }) });
    setBusy(false);
    if (outcome.ok) {
      setAdmitted(outcome.value);
      noteAdmitted(of, outcome.value);
    } else {
      setRefused(outcome);
    }
    if (outcome.ok || outcome.refusal === 'NOT_CONFIRMED') outdate('checkin.find');
  }

  async function undo(reason: string): Promise<boolean> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await sendUndo.current({ registrationId, reason });
    setBusy(false);
    // Somebody else undid it meanwhile: it is as it was wanted.
    const gone = outcome.ok || outcome.refusal === 'NOT_ATTENDED';
    if (gone) {
      noteUndone(of, registrationId);
      outdate('checkin.find');
    }
    if (!outcome.ok) setRefused(outcome);
    return outcome.ok;
  }

  return { busy, admitted, refused, admit, undo };
}
