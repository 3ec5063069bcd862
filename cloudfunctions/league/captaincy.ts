import * as v from 'valibot';
import { arranged, type Entry, type EntryContext, handedOver, removed, withdrawn } from '../../domain/league/entry';
import { nameKeyOf } from '../../domain/league/entry-record';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import type { EntryId, LeagueId, MemberId } from '../../types/vocabulary';
import { isDuplicate } from '../kit/documents';
import { id, text } from '../kit/fields';
import type { LeagueOfEntries } from '../kit/league-entries';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { changeEntry, contextOf, type EntryMoment, type EntryVerdict } from './change-entry';
import { teamName } from './enter';
import { isBadName, nameRefused } from './entry-name';
import { answerWith } from './entry-page';
import { isOrganizer } from './roles';
import { type Deed, settleEntry } from './settle-entry';

type Op = 'removePlayer' | 'handOver' | 'arrange' | 'renameEntry' | 'withdraw';
type RefusalOf<O extends Op> = Refused<RefusalsOf<LeagueContract[O]>>;

const reason = v.exactOptional(text(1, 200));
const at = { leagueId: id, entryId: id };
const ROSTER_MOST = 30;

const notCaptain = { ok: false, refusal: 'NOT_CAPTAIN', detail: {} } as const;
const reasonNeeded = { ok: false, refusal: 'REASON_NEEDED', detail: {} } as const;
const refuse = <R>(refused: R) => ({ kind: 'refuse', refused }) as const;

/** Who speaks for an entry: its captain, and in their place an organizer who says why. */
interface Speaker {
  by: MemberId;
  context: EntryContext;
}

function speakerFor(
  { entry, league }: { entry: Entry; league: LeagueOfEntries },
  { caller, now }: WriteCall,
  reason: string | undefined,
): Speaker | typeof notCaptain | typeof reasonNeeded {
  const { memberId: by = '' } = caller;
  const captain = by !== '' && entry.captain === by;
  const organizer = isOrganizer(caller, now);
  if (!captain && !organizer) return notCaptain;
  if (!captain && reason === undefined) return reasonNeeded;
  return { by, context: contextOf(league, now, organizer && reason !== undefined) };
}

interface Command<R> {
  leagueId: LeagueId;
  entryId: EntryId;
  reason?: string | undefined;
  /** What the league's log says of it, where an organizer gave a reason. */
  what?: string;
  decide(entry: Entry, speaker: Speaker, moment: EntryMoment): EntryVerdict<R>;
}

/** One change by whoever speaks for the entry, of which the league then hears. */
async function speak<R>(
  { leagueId, entryId, reason, what, decide }: Command<R | typeof notCaptain | typeof reasonNeeded>,
  call: WriteCall,
) {
  const changed = await changeEntry<R | typeof notCaptain | typeof reasonNeeded>(
    { leagueId, entryId },
    call,
    (moment) => {
      const speaker = speakerFor(moment, call, reason);
      return 'ok' in speaker ? refuse(speaker) : decide(moment.entry, speaker, moment);
    },
  );
  if (changed.kind === 'refused') return changed.refused;
  const { caller, now } = call;
  const deed: Deed | undefined =
    what !== undefined && reason !== undefined && isOrganizer(caller, now) ? { what, reason } : undefined;
  if (deed || changed.league.state !== 'open') await settleEntry(leagueId, entryId, call, deed);
  return answerWith(leagueId, entryId, call);
}

export const removePlayer = write<'league.removePlayer'>({
  policy: anyone,
  schema: v.strictObject({ ...at, memberId: id, reason }),
  run({ memberId, ...where }, call) {
    return speak<RefusalOf<'removePlayer'>>(
      {
        ...where,
        what: '移出队员',
        decide(entry, { by, context }) {
          if (!entry.roster[memberId]) return refuse({ ok: false, refusal: 'NOT_IN_ROSTER', detail: {} });
          const change = removed(entry, { by, memberId }, context);
          switch (change.kind) {
            case 'known':
              return change;
            case 'refuse':
              return refuse({ ok: false, refusal: change.refusal, detail: change.detail } as RefusalOf<'removePlayer'>);
            case 'end':
            case 'change':
              return { ...change, went: memberId };
            default:
              return change satisfies never;
          }
        },
      },
      call,
    );
  },
});

/** An organizer may too, where the captain cannot be reached; that nobody's belonging changes, it needs no reason. */
export const handOver = write<'league.handOver'>({
  policy: anyone,
  schema: v.strictObject({ ...at, memberId: id }),
  async run({ memberId, leagueId, entryId }, call) {
    const { caller, now } = call;
    const changed = await changeEntry<RefusalOf<'handOver'>>({ leagueId, entryId }, call, ({ entry, league }) => {
      const context = contextOf(league, now, isOrganizer(caller, now));
      const change = handedOver(entry, { by: caller.memberId ?? '', to: memberId }, context);
      if (change.kind !== 'refuse') return change;
      return refuse({ ok: false, refusal: change.refusal, detail: change.detail });
    });
    return changed.kind === 'refused' ? changed.refused : answerWith(leagueId, entryId, call);
  },
});

export const arrange = write<'league.arrange'>({
  policy: anyone,
  schema: v.strictObject({ ...at, substitutes: v.pipe(v.array(id), v.maxLength(ROSTER_MOST)) }),
  async run({ substitutes, leagueId, entryId }, call) {
    const { caller, now } = call;
    const changed = await changeEntry<RefusalOf<'arrange'>>({ leagueId, entryId }, call, ({ entry, league }) => {
      const context = contextOf(league, now, isOrganizer(caller, now));
      const change = arranged(entry, { by: caller.memberId ?? '', substitutes }, context);
      if (change.kind !== 'refuse') return change;
      return refuse({ ok: false, refusal: change.refusal, detail: change.detail } as RefusalOf<'arrange'>);
    });
    return changed.kind === 'refused' ? changed.refused : answerWith(leagueId, entryId, call);
  },
});

export const renameEntry = write<'league.renameEntry'>({
  policy: anyone,
  schema: v.strictObject({ ...at, name: teamName, reason }),
  async run({ name, ...where }, call) {
    if (await isBadName(name, call)) return nameRefused;
    try {
      return await speak<RefusalOf<'renameEntry'>>(
        {
          ...where,
          what: '改队名',
          decide(entry, { context }) {
            const { rules, lockAt, now, byOrganizer } = context;
            if (rules.kind === 'person') return refuse({ ok: false, refusal: 'NOT_A_TEAM', detail: {} });
            if (now >= lockAt && !byOrganizer)
              return refuse({ ok: false, refusal: 'ROSTER_LOCKED', detail: { lockedAt: lockAt } });
            return { kind: 'change', entry: { ...entry, name }, nameKey: nameKeyOf(where.leagueId, name) };
          },
        },
        call,
      );
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return { ok: false, refusal: 'NAME_TAKEN', detail: {} };
    }
  },
});

/** For good: who is back in a league that is drawn would meet nobody. */
export const withdraw = write<'league.withdraw'>({
  policy: anyone,
  schema: v.strictObject({ ...at, reason }),
  run(where, call) {
    return speak<RefusalOf<'withdraw'>>(
      {
        ...where,
        what: '退赛',
        decide(entry, { by, context }, { league }) {
          const { state } = league;
          if (state !== 'open' && state !== 'drawn')
            return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
          const change = withdrawn(entry, by, context);
          if (change.kind !== 'refuse') return change;
          return refuse({ ok: false, refusal: change.refusal, detail: change.detail });
        },
      },
      call,
    );
  },
});
