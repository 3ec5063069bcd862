import * as v from 'valibot';
import { followed, newPlayer } from '../../domain/league/entry-record';
import { type EntryRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import { recall } from '../../domain/request/remembered';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { playerOf } from '../kit/league-entries';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { inTransaction } from '../kit/transaction';
import { leagueOfEntries } from './change-entry';
import { memberIn, notMember } from './enter';
import { REUSED } from './league-change';
import { noEntry, noLeague } from './seen-league';

/** Who follows an entry is told of its matches, whoever plays in it. One that is gone can still be let go of. */
export const follow = write<'league.follow'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, entryId: id, follow: v.boolean() }),
  async run({ leagueId, ...wish }, call) {
    const { request } = call;
    const member = memberIn(call);
    if (!member) return notMember;
    const { memberId } = member;
    if (!(await leagueOfEntries(leagueId))) return noLeague;
    const own = await byId<PlayerRecord>('players', playerId(leagueId, memberId));
    const entry = await byId<EntryRecord>('leagueEntries', wish.entryId, { leagueId: true });
    const held = own?.follows.includes(wish.entryId) === true;
    if (entry?.leagueId !== leagueId && !held) return noEntry;
    return inTransaction(async (transaction) => {
      const player = (await playerOf(transaction, leagueId, memberId)) ?? newPlayer(leagueId, memberId);
      const known = recall(player.requests, request);
      if (known === 'reused') return REUSED;
      if (known === 'same') return { ok: true, value: { follows: player.follows } } as const;
      const change = followed(player, wish, request);
      if (change.kind === 'refuse') return { ok: false, refusal: change.refusal, detail: change.detail } as const;
      await transaction.put('players', change.player);
      return { ok: true, value: { follows: change.player.follows } } as const;
    });
  },
});
