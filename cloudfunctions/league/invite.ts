import * as v from 'valibot';
import { joined, rosterLimits } from '../../domain/league/entry';
import { notEnterable } from '../../domain/league/entry-record';
import { entryCard } from '../../domain/league/entry-view';
import { leagueCard } from '../../domain/league/league-card';
import { type EntryRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import { disciplineOfLeague } from '../../domain/league/league-state';
import type { MemberRecord } from '../../domain/member/member';
import { inviteFrom } from '../../domain/reading/invite';
import { recall } from '../../domain/request/remembered';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { byId, find } from '../kit/documents';
import { text } from '../kit/fields';
import { playerOf } from '../kit/league-entries';
import { read, write } from '../kit/operation';
import { LEFT } from '../kit/people';
import { anyone } from '../kit/policy';
import { changeEntry, contextOf, inAnother } from './change-entry';
import { memberIn, notMember } from './enter';
import { answerWith } from './entry-page';
import { REUSED } from './league-change';
import { noEntry, noLeague, seenLeague, viewerOf } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['joinEntry']>>;

const typed = text(1, 40);

async function invitedTo(code: string): Promise<EntryRecord | undefined> {
  const invite = inviteFrom(code);
  if (invite === undefined) return undefined;
  const [entry] = await find<EntryRecord>('leagueEntries', { invite }, { limit: 1 });
  return entry;
}

export const invite = read<'league.invite'>({
  policy: anyone,
  schema: v.strictObject({ invite: typed }),
  async run({ invite: code }, { caller, now }) {
    const entry = await invitedTo(code);
    if (!entry) return noEntry;
    const seen = await seenLeague(entry.leagueId, caller, now);
    if (!seen) return noLeague;
    const { league, player } = seen;
    const captain = await byId<MemberRecord>('members', entry.captain, { name: true });
    const { most } = rosterLimits(disciplineOfLeague(league).entry);
    const value = {
      ...{ league: leagueCard(league, now), entry: entryCard(entry, league, viewerOf(seen)) },
      ...{ captainName: captain?.name ?? LEFT, left: Math.max(0, most - entry.members.length) },
      ...{ lockAt: league.plan.lockAt, now },
      ...(player?.entryId !== undefined && { mine: player.entryId }),
    };
    return { ok: true, value };
  },
});

export const joinEntry = write<'league.joinEntry'>({
  policy: anyone,
  schema: v.strictObject({ invite: typed }),
  async run({ invite: code }, call) {
    const { now, request } = call;
    const comer = memberIn(call);
    if (!comer) return notMember;
    const found = await invitedTo(code);
    if (!found) return noEntry;
    const { leagueId, _id: entryId } = found;
    const own = await byId<PlayerRecord>('players', playerId(leagueId, comer.memberId));
    const known = recall(own?.requests ?? [], request);
    if (known === 'reused') return REUSED;
    if (known === 'same') return answerWith(leagueId, entryId, call);
    const changed = await changeEntry<Refusal>({ leagueId, entryId }, call, async ({ entry, league, transaction }) => {
      const player = await playerOf(transaction, leagueId, comer.memberId);
      const elsewhere = player?.entryId;
      const refuse = (refused: Refusal) => ({ kind: 'refuse', refused }) as const;
      if (entry.roster[comer.memberId]) return { kind: 'known' };
      const closed = notEnterable(league, now);
      if (closed) return refuse({ ok: false, ...closed });
      if (elsewhere !== undefined) {
        const other = await transaction.get<EntryRecord>('leagueEntries', elsewhere);
        return refuse(inAnother(league, elsewhere, other));
      }
      const change = joined(entry, comer, contextOf(league, now, false));
      switch (change.kind) {
        case 'known':
          return change;
        case 'change':
          return { ...change, came: comer.memberId };
        case 'refuse':
          if (change.refusal === 'ALREADY_ENTERED') throw new Error('looked at before');
          return refuse({ ok: false, refusal: change.refusal, detail: change.detail } as Refusal);
        default:
          return change satisfies never;
      }
    });
    return changed.kind === 'refused' ? changed.refused : answerWith(leagueId, entryId, call);
  },
});
