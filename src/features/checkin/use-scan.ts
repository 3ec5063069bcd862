import { useRef, useState } from 'react';
import type { Admitted } from '../../../types/contract/checkin';
import type { RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';
import { type GateOf, noteAdmitted } from './recent';

/** What the gate shows of the last code. `looking`: nothing of the former one stays in sight meanwhile. */
export type Scan =
  | { kind: 'ready' }
  | { kind: 'looking' }
  | { kind: 'admitted'; admitted: Admitted }
  | { kind: 'refused'; refused: RefusedBy<'checkin.scan'>; code: string };

export interface Scanning {
  scan: Scan;
  /** Looks at a code; while one is looked at, no other is. */
  read: (code: string) => void;
}

/** One code after another. The same code sent again after an answer that stayed out counts once. */
export function useScan({ activityId, sessionId }: GateOf, gate: string): Scanning {
  const send = useRef(command('checkin.scan'));
  const [scan, setScan] = useState<Scan>({ kind: 'ready' });
  const looking = useRef(false);

  async function look(code: string): Promise<void> {
    looking.current = true;
    setScan({ kind: 'looking' });
    const outcome = await send.current({ activityId, sessionId, code, ...(gate === '' ? {} : { gate }) });
    looking.current = false;
    if (outcome.ok) {
      noteAdmitted({ activityId, sessionId }, outcome.value);
      setScan({ kind: 'admitted', admitted: outcome.value });
    } else {
      setScan({ kind: 'refused', refused: outcome, code });
    }
  }

  return {
    scan,
    read: (code) => {
      if (!looking.current) void look(code);
    },
  };
}
