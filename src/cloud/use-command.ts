import { useRef, useState } from 'react';
import type { OpName, OpOf } from '../../types/contract';
import type { InputOf } from '../../types/contract/op';
import { outdate } from './answers';
import type { Outcome, RefusedBy } from './call';
import { command } from './command';

export interface Act<N extends OpName> {
  busy: boolean;
  refused: RefusedBy<N> | undefined;
  send: (input: InputOf<OpOf<N>>) => Promise<Outcome<N>>;
  /** Takes the last refusal off the screen. */
  forget: () => void;
}

/**
 * A command as a screen gives it: under way, refused, or done. Once it was answered, all that `shown` names is asked
 * for anew, after a refusal too: what a refusal tells is seldom what the screen showed.
 */
export function useCommand<N extends OpName>(name: N, shown: readonly OpName[]): Act<N> {
  const given = useRef(command(name));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<N>>();

  async function send(input: InputOf<OpOf<N>>): Promise<Outcome<N>> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await given.current(input);
    setBusy(false);
    if (!outcome.ok) setRefused(outcome);
    if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate(...shown);
    return outcome;
  }

  return { busy, refused, send, forget: () => setRefused(undefined) };
}
