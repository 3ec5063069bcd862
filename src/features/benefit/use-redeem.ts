import { useRef, useState } from 'react';
import type { RedemptionCard } from '../../../types/contract/benefit';
import type { BenefitId } from '../../../types/vocabulary';
import { outdate } from '../../cloud/answers';
import type { Outcome, RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';
import { fetchVoucher } from './vouchers-at-hand';

type RedeemRefused = RefusedBy<'benefit.redeem'>;
type Send = (input: { benefitId: BenefitId }) => Promise<Outcome<'benefit.redeem'>>;

/** Whatever shows points, stock or vouchers: a redemption that came, or went, changes these. */
export const MINE = [
  'benefit.get',
  'benefit.list',
  'benefit.mine',
  'points.balance',
  'points.entries',
  'points.explain',
] as const;

/** What an earlier try had redeemed and its member gave back since is over: this one is meant anew. */
async function take(send: Send, benefitId: BenefitId): Promise<Outcome<'benefit.redeem'>> {
  const first = await send({ benefitId });
  const outcome = first.ok && first.value.state === 'cancelled' ? await send({ benefitId }) : first;
  // What it shows comes with the voucher alone: fetched now, it needs no network later.
  if (outcome.ok) void fetchVoucher(outcome.value.id);
  if (outcome.ok || outcome.refusal !== 'OFFLINE') outdate(...MINE);
  return outcome;
}

export interface Redeeming {
  busy: boolean;
  refused: RedeemRefused | undefined;
  done: RedemptionCard | undefined;
  redeem: () => Promise<void>;
  beginAnew: () => void;
}

/** The redemption under way, and what came of it. */
export function useRedeem(benefitId: BenefitId): Redeeming {
  const send = useRef(command('benefit.redeem'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RedeemRefused>();
  const [done, setDone] = useState<RedemptionCard>();

  async function redeem(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await take(send.current, benefitId);
    setBusy(false);
    if (outcome.ok) setDone(outcome.value);
    else setRefused(outcome);
  }

  return {
    busy,
    refused,
    done,
    redeem,
    beginAnew: () => {
      setDone(undefined);
      setRefused(undefined);
    },
  };
}
