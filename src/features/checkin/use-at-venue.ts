import { useRef, useState } from 'react';
import { noPositionWords, type VenueRefusal, venueRefusal } from '../../../domain/wording/checkin';
import type { OpOf } from '../../../types/contract';
import type { Position } from '../../../types/contract/checkin';
import type { ValueOf } from '../../../types/contract/op';
import { outdate } from '../../cloud/answers';
import type { Outcome } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { findPosition } from '../../device/position';

export type CheckedIn = ValueOf<OpOf<'checkin.atVenue'>>;

export type AtVenue =
  | { kind: 'ready' }
  /** `position`: this device is being asked where it is. */
  | { kind: 'looking'; what: 'code' | 'position' }
  | { kind: 'done'; value: CheckedIn }
  | { kind: 'refused'; refusal: string; words: VenueRefusal; code: string };

export interface VenueCheckIn {
  state: AtVenue;
  read: (code: string) => void;
}

type Told = { kind: 'outcome'; outcome: Outcome<'checkin.atVenue'> } | { kind: 'nowhere'; why: 'denied' | 'unknown' };

/**
 * Checks in by the venue's code. Where somebody is, is asked only where the answer says that it takes that, and then
 * with every further code, since a venue that wanted it once wants it again.
 */
export function useAtVenue(): VenueCheckIn {
  const send = useRef(command('checkin.atVenue'));
  const [state, setState] = useState<AtVenue>({ kind: 'ready' });
  const looking = useRef(false);
  const wanted = useRef(false);

  const ask = async (code: string, position?: Position): Promise<Told> => {
    setState({ kind: 'looking', what: 'code' });
    return { kind: 'outcome', outcome: await send.current({ code, ...(position && { position }) }) };
  };

  const askFromHere = async (code: string): Promise<Told> => {
    setState({ kind: 'looking', what: 'position' });
    const found = await findPosition();
    return found.kind === 'found' ? ask(code, found.position) : { kind: 'nowhere', why: found.kind };
  };

  async function look(code: string): Promise<void> {
    let told = wanted.current ? await askFromHere(code) : await ask(code);
    if (told.kind === 'outcome' && !told.outcome.ok && told.outcome.refusal === 'POSITION_NEEDED') {
      wanted.current = true;
      told = await askFromHere(code);
    }
    if (told.kind === 'nowhere') {
      setState({ kind: 'refused', refusal: 'POSITION_NEEDED', words: noPositionWords(told.why), code });
    } else if (told.outcome.ok) {
      outdate('activity.registration', 'activity.mine', 'activity.get');
      setState({ kind: 'done', value: told.outcome.value });
    } else {
      const { outcome } = told;
      setState({ kind: 'refused', refusal: outcome.refusal, words: venueRefusal(outcome, serverNow()), code });
    }
  }

  return {
    state,
    read: (code) => {
      if (looking.current) return;
      looking.current = true;
      void look(code).finally(() => {
        looking.current = false;
      });
    },
  };
}
