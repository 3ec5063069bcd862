import { useRef, useState } from 'react';
import { asTyped, isMistyped } from '../../../domain/wording/counter';
import type { Verified } from '../../../types/contract/benefit';
import type { ShopId } from '../../../types/vocabulary';
import { outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';

/** What the counter shows of the last code. `looking`: nothing of the former one stays in sight meanwhile. */
export type Look =
  | { kind: 'ready' }
  | { kind: 'looking' }
  | { kind: 'mistyped'; digits: number }
  | { kind: 'verified'; verified: Verified }
  | { kind: 'undone'; verified: Verified }
  | { kind: 'refused'; refused: RefusedBy<'benefit.verify'>; code: string };

export interface Verifying {
  look: Look;
  /** Looks at a code; while one is looked at, no other is. */
  read: (code: string) => void;
  /** The last one was taken back. */
  noteUndone: (verified: Verified) => void;
}

/** One code after another. The same code sent again after an answer that stayed out counts once. */
export function useVerify(shopId: ShopId): Verifying {
  const send = useRef(command('benefit.verify'));
  const [look, setLook] = useState<Look>({ kind: 'ready' });
  const looking = useRef(false);

  async function verify(code: string): Promise<void> {
    looking.current = true;
    setLook({ kind: 'looking' });
    const outcome = await send.current({ shopId, code });
    looking.current = false;
    if (outcome.ok) setLook({ kind: 'verified', verified: outcome.value });
    else setLook({ kind: 'refused', refused: outcome, code });
    if (outcome.ok) outdate('benefit.tallies', 'benefit.verifications');
  }

  return {
    look,
    read: (text) => {
      const code = asTyped(text);
      if (looking.current) return;
      if (isMistyped(code)) setLook({ kind: 'mistyped', digits: code.length });
      else void verify(code);
    },
    noteUndone: (verified) => setLook({ kind: 'undone', verified }),
  };
}
