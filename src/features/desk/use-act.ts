import { useRef, useState } from 'react';
import type { OpName, OpOf } from '../../../types/contract';
import type { InputOf } from '../../../types/contract/op';
import { outdate } from '../../cloud/answers';
import type { Outcome, RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';

export interface Act<N extends OpName> {
  busy: boolean;
  refused: RefusedBy<N> | undefined;
  send: (input: InputOf<OpOf<N>>) => Promise<Outcome<N>>;
}

/** Whatever shows a benefit, a shop or somebody's points: any change of one may change these. */
const SHOWN: readonly OpName[] = [
  'benefit.managed',
  'benefit.manage',
  'benefit.listed',
  'benefit.redemptions',
  'benefit.shops',
  'benefit.myShops',
  'benefit.list',
  'benefit.get',
  'points.account',
  'points.adjustments',
  'points.rules',
];

/** A command as a screen gives it: under way, refused, or done, and then everything that shows it is asked for anew. */
export function useAct<N extends OpName>(name: N): Act<N> {
  const given = useRef(command(name));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<N>>();

  async function send(input: InputOf<OpOf<N>>): Promise<Outcome<N>> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await given.current(input);
    setBusy(false);
    if (!outcome.ok) setRefused(outcome);
    if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate(...SHOWN);
    return outcome;
  }

  return { busy, refused, send };
}
