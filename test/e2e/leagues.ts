import { holds, isRecord, itemsOf } from './expect';
import type { Stage } from './journey';
import type { Phone } from './phone';

export const LEAGUE = '/packages/league/pages';
export const LEAGUE_DESK = '/packages/league-desk/pages';

/** The demo's leagues: open, being played, drawn, finished, and a draft. */
export const DEMO = {
  open: 'league-esports',
  playing: 'league-ping-pong',
  drawn: 'league-rope',
  finished: 'league-shuttle',
  draft: 'league-team-draft',
} as const;

export const leaguePath = (id: string): string => `${LEAGUE}/league/index?id=${id}`;
export const matchPath = (id: string, match: string): string => `${LEAGUE}/match/index?id=${id}&match=${match}`;
export const entryPath = (id: string, entry: string): string => `${LEAGUE}/entry/index?id=${id}&entry=${entry}`;
export const invitePath = (invite: string): string => `${LEAGUE}/invite/index?invite=${invite}`;
export const deskPath = (page: string, id: string): string => `${LEAGUE_DESK}/${page}/index?id=${id}`;

type Match = Record<string, unknown>;

/** All matches of a league as that person sees them, by time. */
export async function matchesOf(stage: Stage, leagueId: string, openid: string): Promise<Match[]> {
  const items: Match[] = [];
  for (let cursor: unknown; ; ) {
    const page = await stage.ask(openid, 'league.schedule', { leagueId, ...(cursor !== undefined && { cursor }) });
    items.push(...itemsOf(page));
    cursor = isRecord(page) ? page.next : undefined;
    if (cursor === undefined) return items;
  }
}

export function idOf({ id }: Record<string, unknown>): string {
  holds(typeof id === 'string', 'it has an id');
  return id;
}

/** The id of the first match for which that holds. */
export async function matchWith(
  stage: Stage,
  { leagueId, openid, is }: { leagueId: string; openid: string; is: (match: Match) => boolean },
): Promise<string> {
  const found = (await matchesOf(stage, leagueId, openid)).find(is);
  holds(found !== undefined, `${leagueId} has such a match`);
  return idOf(found);
}

/** Who comes to each side, by name; empty where it is not known. */
export function namesOf({ sides }: Match): [string, string] {
  const [one, other] = (Array.isArray(sides) ? sides : []).map((side: unknown) =>
    isRecord(side) && typeof side.name === 'string' ? side.name : '',
  );
  return [one ?? '', other ?? ''];
}

const isMine = ({ sides }: Match): boolean =>
  Array.isArray(sides) && sides.some((side: unknown) => isRecord(side) && side.mine === true);

/** The matches of the league that is being played which each have something to be done about. */
export const PLAYING = {
  reported: (match: Match): boolean => match.state === 'reported' && isMine(match),
  disputed: (match: Match): boolean => match.state === 'disputed',
  confirmed: (match: Match): boolean => match.state === 'confirmed',
  unplayed: (match: Match): boolean => match.state === 'unplayed' && isMine(match),
} as const;

/** The path of such a match, as that person sees it. */
export async function pathOfMatch(stage: Stage, which: keyof typeof PLAYING, openid = 'demo-worker'): Promise<string> {
  const is = PLAYING[which];
  return matchPath(DEMO.playing, await matchWith(stage, { leagueId: DEMO.playing, openid, is }));
}

/** The entry that somebody plays for in a league. */
export async function entryIn(stage: Stage, leagueId: string, openid: string): Promise<string> {
  const league = await stage.ask(openid, 'league.league', { leagueId });
  holds(isRecord(league) && isRecord(league.mine), `${openid} plays in ${leagueId}`);
  return idOf(league.mine);
}

/** An entry of the league that somebody else plays for, and that is complete. */
export async function strangersIn(stage: Stage, leagueId: string, openid: string): Promise<string> {
  const found = itemsOf(await stage.ask(openid, 'league.entries', { leagueId })).find(
    ({ mine, missing }) => mine !== true && missing === 0,
  );
  holds(found !== undefined, `${leagueId} has others`);
  return idOf(found);
}

/** The code that colleagues join that person's team by. */
export async function inviteOf(stage: Stage, leagueId: string, openid: string): Promise<string> {
  const entryId = await entryIn(stage, leagueId, openid);
  const entry = await stage.ask(openid, 'league.entry', { leagueId, entryId });
  holds(isRecord(entry) && typeof entry.invite === 'string', 'its captain has an invite');
  return entry.invite;
}

/** Shows another part of the league's page. */
export async function showPart(
  phone: Phone,
  part: 'overview' | 'tables' | 'pairings' | 'schedule' | 'entries',
): Promise<void> {
  await phone.tap(`segment-${part}`);
  await phone.sees(part);
}
