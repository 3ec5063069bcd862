import { fixtureViews } from '../../../domain/league/fixture-view';
import { matchOf } from '../../../domain/league/league-state';
import { disputed, reported } from '../../../domain/league/result';
import { matchMessages } from '../../../domain/league/tellings';
import type { MessageRecord } from '../../../domain/message/message';
import type { Side } from '../../../types/contract';
import type { EntryId, FixtureId, MemberId } from '../../../types/vocabulary';
import type { Calendar } from '../calendar';
import type { StagedLeague } from './staged-league';

const MINUTE = 60_000;

type Match = ReturnType<StagedLeague['open']>[number];

function entryOf(staged: StagedLeague, memberId: MemberId): EntryId {
  const own = [...staged.entries.values()].find(({ members }) => members.includes(memberId));
  if (!own) throw new Error(`${memberId} plays nowhere`);
  return own._id;
}

/** What the other one is told of: it waits for their word. */
function report(staged: StagedLeague, { id, pair }: Match, mine: EntryId, at: number): MessageRecord[] {
  const side: Side = pair[0] === mine ? 1 : 0;
  const outcome = staged.outcome(id, side);
  staged.say(id, at, ({ record, context }) => reported(record.result, { side, outcome }, context));
  const view = fixtureViews(staged.league, { follows: [] }).find((each) => each.id === id);
  if (!view) throw new Error(`no match ${id}`);
  const audience = { entries: staged.entries, followers: [] };
  return matchMessages(staged.league, view, { kind: 'match-reported', at }, audience).map(
    ({ sendAt: _sent, ...message }) => message,
  );
}

function dispute(staged: StagedLeague, { id, endsAt }: Match): void {
  const [said, claims] = [staged.outcome(id, 0), staged.outcome(id, 1)];
  const words = '两边的分填反了，每一局都是反的。记分牌没翻，旁边那桌的人也看见了。';
  staged.say(id, endsAt + 4 * MINUTE, ({ record, context }) =>
    reported(record.result, { side: 0, outcome: said }, context),
  );
  staged.say(id, endsAt + 19 * MINUTE, ({ record, context }) =>
    disputed(record.result, { by: 1, at: endsAt + 19 * MINUTE, words, photos: [], claims }, context),
  );
}

/**
 * Up to the end of yesterday all is played, but for one match of the worker, which the other one has reported a moment
 * ago, and one on which two others disagree. What is today is still to come.
 */
export function playedNow(staged: StagedLeague, me: MemberId, cal: Calendar): MessageRecord[] {
  const today = cal.at(0, '00:00');
  const mine = entryOf(staged, me);
  const before = staged.open().filter(({ endsAt }) => endsAt <= today);
  const own = before.filter(({ pair }) => pair.includes(mine)).at(-1);
  const argued = before.filter(({ pair, id }) => !pair.includes(mine) && onCourt(staged, id, 'c1')).at(-1);
  if (!own || !argued) throw new Error('nothing to report or to argue about');
  staged.playUntil(today, (id) => id === own.id || id === argued.id);
  dispute(staged, argued);
  return report(staged, own, mine, Math.max(own.endsAt, cal.now - 35 * MINUTE));
}

const onCourt = ({ league }: StagedLeague, id: FixtureId, court: string): boolean =>
  matchOf(league, id).placement?.court === court;
