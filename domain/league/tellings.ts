import type { FixtureView } from '../../types/contract';
import type { EntryId, FixtureId, Instant, MemberId } from '../../types/vocabulary';
import { type LeagueMessageRecord, type LeagueNews, leagueMessage } from '../message/message';
import { fixtureViews } from './fixture-view';
import type { EntryRecord, LeagueRecord, LeagueTelling } from './league-record';
import { matchOf } from './league-state';
import { REMINDER_MS, toBeReminded } from './match-decisions';
import { otherSide } from './score';

/** Whom news of some entries reach. */
export interface Audience {
  entries: ReadonlyMap<EntryId, Pick<EntryRecord, '_id' | 'captain' | 'roster'>>;
  followers: readonly { memberId: MemberId; follows: readonly EntryId[] }[];
}

type MatchTelling = Extract<LeagueTelling, { fixtures: FixtureId[] }>;
type MatchKind = MatchTelling['kind'] | 'match-soon';

const names = ({ sides }: FixtureView): [string, string] => {
  const [one, other] = sides.map((side) =>
    side.kind === 'entry' ? side.name : side.kind === 'from' ? side.words : '',
  );
  return [one ?? '', other ?? ''];
};

/** The entries that meet, as far as that is known. */
export function entriesOf({ sides }: FixtureView): EntryId[] {
  return sides.flatMap((side) => (side.kind === 'entry' ? [side.id] : []));
}

function newsOf(league: LeagueRecord, view: FixtureView, kind: MatchKind, at: Instant, reason?: string): LeagueNews {
  const { startsAt, court, id: fixtureId } = view;
  const { dueAt } = matchOf(league, fixtureId).result;
  const match = {
    ...{ fixtureId, sides: names(view) },
    ...(startsAt !== undefined && { startsAt }),
    ...(court !== undefined && { court }),
  };
  return {
    ...{ kind, at, leagueId: league._id, title: league.plan.title, match },
    ...(kind === 'match-reported' && dueAt !== undefined && { answerUntil: dueAt }),
    ...(reason !== undefined && { reason }),
  };
}

function everybody(view: FixtureView, { entries, followers }: Audience): Set<MemberId> {
  const ids = entriesOf(view);
  const players = ids.flatMap((id) => Object.keys(entries.get(id)?.roster ?? {}));
  const fans = followers.filter(({ follows }) => follows.some((id) => ids.includes(id)));
  return new Set([...players, ...fans.map(({ memberId }) => memberId)]);
}

/** The captain whose answer is waited for; nobody once there is one. */
function whoAnswers(league: LeagueRecord, view: FixtureView, { entries }: Audience): Set<MemberId> {
  const { state, reportedBy } = matchOf(league, view.id).result;
  if (state !== 'reported' || reportedBy === undefined) return new Set();
  const side = view.sides[otherSide(reportedBy)];
  const captain = side.kind === 'entry' ? entries.get(side.id)?.captain : undefined;
  return new Set(captain === undefined ? [] : [captain]);
}

function messages(people: Iterable<MemberId>, news: LeagueNews, until: Instant | undefined): LeagueMessageRecord[] {
  return [...people].map((memberId) => leagueMessage(memberId, news, until));
}

/** What somebody is told of a match as it stands now. */
export function matchMessages(
  league: LeagueRecord,
  view: FixtureView,
  { kind, at, reason }: { kind: MatchKind; at: Instant; reason?: string },
  audience: Audience,
): LeagueMessageRecord[] {
  const news = newsOf(league, view, kind, at, reason);
  if (kind === 'match-reported') return messages(whoAnswers(league, view, audience), news, news.answerUntil);
  return messages(everybody(view, audience), news, kind === 'match-decided' ? undefined : view.startsAt);
}

/** Matches that somebody is to be told of now, each with why. */
export function matchesToTell(league: LeagueRecord, now: Instant) {
  const views = fixtureViews(league, { follows: [] });
  const told = (league.tellings ?? []).flatMap((telling) => ('fixtures' in telling ? telling : []));
  return views.flatMap((view) => {
    const said = told.filter(({ fixtures }) => fixtures.includes(view.id)).map((telling) => ({ view, telling }));
    if (!toBeReminded(league, view.id, now) || view.startsAt === undefined) return said;
    return [...said, { view, telling: { kind: 'match-soon' as const, at: view.startsAt - REMINDER_MS } }];
  });
}

/** What a player is told of the whole league. */
export function leagueMessages(
  league: LeagueRecord,
  telling: Exclude<LeagueTelling, MatchTelling>,
  players: readonly { memberId: MemberId; entryId?: EntryId }[],
): LeagueMessageRecord[] {
  const { kind, at, reason } = telling;
  return players.flatMap(({ memberId, entryId }) => {
    if (entryId === undefined) return [];
    const place = kind === 'league-finished' ? league.placings?.[entryId] : undefined;
    const news: LeagueNews = {
      ...{ kind, at, leagueId: league._id, title: league.plan.title },
      ...(place && { place }),
      ...(reason !== undefined && { reason }),
    };
    return [leagueMessage(memberId, news)];
  });
}

/** The league once all that was to be told then has been: what came since is still to be told. */
export function withTold(league: LeagueRecord, told: LeagueRecord, now: Instant): LeagueRecord {
  const keys = new Set((told.tellings ?? []).map((telling) => JSON.stringify(telling)));
  const { tellings = [], ...rest } = league;
  const left = tellings.filter((telling) => !keys.has(JSON.stringify(telling)));
  const matches = { ...league.matches };
  for (const [key, stored] of Object.entries(matches)) {
    const startsAt = stored.placement?.startsAt;
    const known = told.matches[key]?.placement?.startsAt === startsAt;
    if (startsAt === undefined || !known || startsAt === stored.remindedFor || startsAt - REMINDER_MS > now) continue;
    matches[key] = { ...stored, remindedFor: startsAt };
  }
  return { ...rest, matches, ...(left.length > 0 && { tellings: left }) };
}
