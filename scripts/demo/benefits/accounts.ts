import { entryOf, type TakenIn, takenIn } from '../../../domain/benefit/redeem';
import type { RedemptionRecord } from '../../../domain/benefit/redemption';
import type { ParticipationRecord } from '../../../domain/participation/participation';
import type { AccountRecord, EntryRecord } from '../../../domain/points/account';
import { type AdjustmentRecord, proposed } from '../../../domain/points/adjustment';
import { postAll } from '../../../domain/points/causes';
import { earn, grant } from '../../../domain/points/decide';
import { openAccount, scheduled } from '../../../domain/points/posting';
import { FIRST_BOOK, pointsFor } from '../../../domain/points/rules';
import type { Instant, MemberId } from '../../../types/vocabulary';
import { demoId, demoRequest } from '../chance';
import type { Award } from '../leagues/awards';

/** The accounts of the demo, each posted to as the functions would. */
export class Accounts {
  readonly #all = new Map<MemberId, AccountRecord>();
  readonly adjustments: AdjustmentRecord[] = [];

  of(memberId: MemberId): AccountRecord {
    return this.#all.get(memberId) ?? openAccount(memberId);
  }

  /** What somebody earned by having been there. */
  attended(record: ParticipationRecord, title: string): void {
    const { _id, memberId, brand, format, at } = record;
    const cause = { kind: 'attendance' as const, title, brand, format };
    const { version: rules, caps } = FIRST_BOOK;
    const points = pointsFor(FIRST_BOOK, { kind: 'attendance', brand, format });
    const earning = { id: `took-part.${_id}`, on: at, cause, kind: 'attendance' as const, points, rules, caps };
    this.#all.set(memberId, earn(this.of(memberId), earning, at));
  }

  /** What the place in a league earned. */
  awarded({ memberId, postings, at }: Award): void {
    this.#all.set(memberId, postAll(this.of(memberId), [], postings, at));
  }

  /** What an organizer gave. */
  granted(memberId: MemberId, points: number, reason: string, at: Instant): void {
    const by = demoId('member demo-organizer');
    const id = demoId(`adjustment ${memberId} ${reason}`);
    const request = { id: demoRequest(`adjustment ${id}`, at), digest: '' };
    const { dueAt: _done, ...adjustment } = proposed(
      { _id: id, kind: 'grant', memberId, points, reason, by, at },
      request,
      at,
    );
    this.adjustments.push(adjustment);
    const given = { id: `adjustment.${id}`, on: at, cause: { kind: 'grant' as const, reason }, points };
    this.#all.set(memberId, grant(this.of(memberId), given, at));
  }

  /** Takes the points and the redemption together, or says why not. */
  redeemed(redemption: RedemptionRecord, perPerson: number): TakenIn {
    const [request] = redemption.requests;
    if (!request) throw new Error('a redemption has a request');
    const taken = takenIn(this.of(redemption.memberId), redemption, { perPerson, request, now: redemption.at });
    if (taken.kind === 'change') this.#all.set(redemption.memberId, taken.account);
    return taken;
  }

  /** What was paid comes back, where the redemption says so. */
  refunded(redemption: RedemptionRecord): void {
    const { memberId, refunded, endedAt, title } = redemption;
    if (refunded === undefined || endedAt === undefined) return;
    const back = { do: 'refund', of: entryOf(redemption), on: endedAt, cause: { kind: 'refund', title } } as const;
    this.#all.set(memberId, postAll(this.of(memberId), [], [back], endedAt));
  }

  /** The accounts with everything written out, and their entries. */
  written(): { accounts: AccountRecord[]; entries: EntryRecord[] } {
    const all = [...this.#all.values()];
    return {
      accounts: all.map((account) => scheduled({ ...account, rev: 1, pending: [] }, account.at)),
      entries: all.flatMap(({ pending }) => pending.flatMap(({ entry }) => entry ?? [])),
    };
  }
}
