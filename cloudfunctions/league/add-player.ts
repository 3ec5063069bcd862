import * as v from 'valibot';
import { joined } from '../../domain/league/entry';
import { entryCard } from '../../domain/league/entry-view';
import { NOBODY_IN_PARTICULAR } from '../../domain/league/fixture-view';
import type { EntryRecord } from '../../domain/league/league-record';
import type { MemberRecord } from '../../domain/member/member';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { playerOf } from '../kit/league-entries';
import { write } from '../kit/operation';
import { changeEntry, contextOf, inAnother } from './change-entry';
import { organizers } from './managed-league';
import { noEntry } from './seen-league';
import { settleEntry } from './settle-entry';

type Refusal = Refused<RefusalsOf<LeagueContract['addPlayer']>>;

const noMember = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } } as const;

/** As the captain would have had them join; also once rosters are locked, and never for who is in another entry. */
export const addPlayer = write<'league.addPlayer'>({
  policy: organizers,
  schema: v.strictObject({ leagueId: id, entryId: id, memberId: id, reason: text(1, 200) }),
  async run({ leagueId, entryId, memberId, reason }, call) {
    const member = await byId<MemberRecord>('members', memberId, { status: true, enterpriseId: true });
    if (member?.status !== 'active') return noMember;
    const comer = { memberId, enterpriseId: member.enterpriseId };
    const changed = await changeEntry<Refusal>({ leagueId, entryId }, call, async ({ entry, league, transaction }) => {
      const refuse = (refused: Refusal) => ({ kind: 'refuse', refused }) as const;
      const { state } = league;
      if (state !== 'open' && state !== 'drawn') return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
      const elsewhere = (await playerOf(transaction, leagueId, memberId))?.entryId;
      if (elsewhere !== undefined && elsewhere !== entryId) {
        const other = await transaction.get<EntryRecord>('leagueEntries', elsewhere);
        return refuse(inAnother(league, elsewhere, other));
      }
      const change = joined(entry, comer, contextOf(league, call.now, true));
      if (change.kind === 'known') return change;
      if (change.kind === 'change') return { ...change, came: memberId };
      if (change.refusal === 'ROSTER_FULL' || change.refusal === 'ENTRY_WITHDRAWN')
        return refuse({ ok: false, refusal: change.refusal, detail: change.detail } as Refusal);
      throw new Error('looked at before');
    });
    if (changed.kind === 'refused') return changed.refused;
    await settleEntry(leagueId, entryId, call, { what: '加入队员', reason });
    const entry = await byId<EntryRecord>('leagueEntries', entryId);
    return entry ? { ok: true, value: entryCard(entry, changed.league, NOBODY_IN_PARTICULAR) } : noEntry;
  },
});
