import * as v from 'valibot';
import { left } from '../../domain/league/entry';
import { type PlayerRecord, playerId } from '../../domain/league/league-record';
import { recall } from '../../domain/request/remembered';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { changeEntry, contextOf } from './change-entry';
import { REUSED } from './league-change';
import { noEntry } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['leaveEntry']>>;

/** The last one takes the entry along. Who is in it no more has left, whoever took them out. */
export const leaveEntry = write<'league.leaveEntry'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, entryId: id }),
  async run({ leagueId, entryId }, call) {
    const { caller, now, request } = call;
    const { memberId } = caller;
    if (memberId === undefined) return noEntry;
    // Asked of their own document, since the entry may have gone with them.
    const player = await byId<PlayerRecord>('players', playerId(leagueId, memberId));
    const known = recall(player?.requests ?? [], request);
    if (known === 'reused') return REUSED;
    if (known === 'same') return { ok: true, value: { left: true } };
    if (player?.entryId !== entryId) return noEntry;
    const changed = await changeEntry<Refusal>({ leagueId, entryId }, call, ({ entry, league }) => {
      const change = left(entry, memberId, contextOf(league, now, false));
      switch (change.kind) {
        case 'known':
          return change;
        case 'refuse':
          return { kind: 'refuse', refused: { ok: false, refusal: change.refusal, detail: change.detail } };
        case 'end':
        case 'change':
          return { ...change, went: memberId };
        default:
          return change satisfies never;
      }
    });
    return changed.kind === 'refused' ? changed.refused : { ok: true, value: { left: true } };
  },
});
