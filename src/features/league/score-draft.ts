import { type Length, type MatchRules, needed } from '../../../domain/league/discipline';
import { outcomeIssue, play } from '../../../domain/league/score-issue';
import { scoreIssueWords } from '../../../domain/wording/league';
import type { Game, IndividualMatch, Outcome, Score, Side } from '../../../types/contract';

/** Points of a game as they are typed; empty until they are. */
export type TypedGame = readonly [string, string];

export interface TypedMatch {
  games: readonly TypedGame[];
  lost?: { side: Side; by: 'walkover' | 'retired' };
}

/** How a match ended, while somebody fills it in. */
export interface ScoreDraft {
  kind: Outcome['kind'];
  /** Who lost it, where it was not played to its end. */
  side?: Side;
  games: readonly TypedGame[];
  wins: readonly [number, number];
  matches: readonly TypedMatch[];
}

const EMPTY: TypedGame = ['', ''];

const typed = (games: readonly Game[]): TypedGame[] => games.map(([a, b]) => [String(a), String(b)]);

/** What a form begins with: nothing, or what was said before. */
export function scoreDraft(before?: Outcome): ScoreDraft {
  const draft: ScoreDraft = { kind: before?.kind ?? 'played', games: [], wins: [0, 0], matches: [] };
  if (!before) return draft;
  if ('side' in before) draft.side = before.side;
  const score = 'score' in before ? before.score : undefined;
  if (!score) return draft;
  switch (score.kind) {
    case 'games':
      return { ...draft, games: typed(score.games) };
    case 'wins':
      return { ...draft, wins: score.wins };
    case 'tie':
      return { ...draft, matches: score.matches.map(({ games, ...rest }) => ({ ...rest, games: typed(games) })) };
    default:
      return score satisfies never;
  }
}

const isEmpty = ([a, b]: TypedGame): boolean => a.trim() === '' && b.trim() === '';
const isHalf = (game: TypedGame): boolean => !isEmpty(game) && game.some((points) => points.trim() === '');
/** What is no number is none of points either: the check says so. */
const points = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** Those that are filled in, up to the last one that is. */
function filled<T>(all: readonly T[], empty: (one: T) => boolean): T[] {
  const last = all.map(empty).lastIndexOf(false);
  return all.slice(0, last + 1);
}

const playedGames = (games: readonly TypedGame[]): TypedGame[] => filled(games, isEmpty);
const gamesOf = (games: readonly TypedGame[]): Game[] =>
  playedGames(games).map(([a, b]): Game => [points(a), points(b)]);
const isUntouched = ({ games, lost }: TypedMatch): boolean => lost === undefined && games.every(isEmpty);
const matchesOf = (matches: readonly TypedMatch[]): IndividualMatch[] =>
  filled(matches, isUntouched).map(({ games, lost }) => ({ games: gamesOf(games), ...(lost && { lost }) }));

function scoreOf(draft: ScoreDraft, { kind }: MatchRules): Score {
  switch (kind) {
    case 'games':
      return { kind, games: gamesOf(draft.games) };
    case 'wins':
      return { kind, wins: draft.wins };
    case 'tie':
      return { kind, matches: matchesOf(draft.matches) };
    default:
      return kind satisfies never;
  }
}

/** Of a draft that says all there is to say. */
export function outcomeOf(draft: ScoreDraft, rules: MatchRules): Outcome | undefined {
  const { kind, side } = draft;
  if (kind === 'both-absent') return { kind };
  if (kind === 'played') return { kind, score: scoreOf(draft, rules) };
  if (side === undefined) return undefined;
  return kind === 'walkover' ? { kind, side } : { kind, side, score: scoreOf(draft, rules) };
}

/** Where somebody filled in one side of a game and not the other; `match` and `game` from 1. */
function halfGame({ games, matches }: ScoreDraft, rules: MatchRules): string | undefined {
  const half = (list: readonly TypedGame[]) => playedGames(list).findIndex((game) => isHalf(game) || isEmpty(game));
  if (rules.kind === 'games') {
    const at = half(games);
    return at < 0 ? undefined : `第 ${at + 1} 局还没填完`;
  }
  if (rules.kind !== 'tie') return undefined;
  const lines = filled(matches, isUntouched);
  const gap = lines.findIndex(isUntouched);
  if (gap >= 0) return `第 ${gap + 1} 盘还没填`;
  const match = lines.findIndex(({ games: each }) => half(each) >= 0);
  return match < 0 ? undefined : `第 ${match + 1} 盘还没填完`;
}

const HAS_SCORE: readonly Outcome['kind'][] = ['played', 'retired', 'disqualified'];

/** What is wrong as far as it is filled in; the last game may be still under way, and nobody has to have won yet. */
export function liveFault(draft: ScoreDraft, length: Length): string | undefined {
  if (!HAS_SCORE.includes(draft.kind) || halfGame(draft, length.match)) return undefined;
  const { issue } = play(scoreOf(draft, length.match), length, true);
  return issue && issue.code !== 'undecided' ? scoreIssueWords(issue) : undefined;
}

/** Why it cannot be sent like that; `undefined` where it can. */
export function draftFault(draft: ScoreDraft, length: Length, knockout: boolean): string | undefined {
  const outcome = outcomeOf(draft, length.match);
  if (!outcome) return '选一下是哪一方';
  const half = HAS_SCORE.includes(draft.kind) ? halfGame(draft, length.match) : undefined;
  if (half !== undefined) return half;
  const issue = outcomeIssue(outcome, length, knockout);
  return issue && scoreIssueWords(issue);
}

/** What each side has won so far. */
export function winsSoFar(draft: ScoreDraft, length: Length): readonly [number, number] {
  return play(scoreOf(draft, length.match), length, true).wins;
}

/** How many lines to show: the `done` ones, and the next one until the match is decided. */
export function linesFor(done: number, bestOf: number, wins: readonly [number, number]): number {
  if (Math.max(...wins) >= needed(bestOf)) return done;
  return Math.min(bestOf, Math.max(needed(bestOf), done + 1));
}

export const gamesDone = (games: readonly TypedGame[]): number => playedGames(games).length;
export const matchesDone = (matches: readonly TypedMatch[]): number => filled(matches, isUntouched).length;

/** With one of its points changed. */
export function withPoints(games: readonly TypedGame[], at: number, side: Side, text: string): TypedGame[] {
  const all = Array.from({ length: Math.max(games.length, at + 1) }, (_, each) => games[each] ?? EMPTY);
  const [a, b] = all[at] ?? EMPTY;
  all[at] = side === 0 ? [text, b] : [a, text];
  return all;
}

/** With one of its individual matches changed. */
export function withMatch(matches: readonly TypedMatch[], at: number, match: TypedMatch): TypedMatch[] {
  const all = Array.from({ length: Math.max(matches.length, at + 1) }, (_, each) => matches[each] ?? { games: [] });
  all[at] = match;
  return all;
}

/** What each side has won of one individual match, and whether it is over. */
export function individualSoFar(
  match: TypedMatch,
  rules: Extract<MatchRules, { kind: 'tie' }>,
): { wins: readonly [number, number]; over: boolean } {
  const { bestOf, game } = rules.individual;
  const length: Length = { match: { kind: 'games', bestOf: [bestOf], game }, bestOf };
  const { wins } = play({ kind: 'games', games: gamesOf(match.games) }, length, true);
  return { wins, over: match.lost !== undefined || Math.max(...wins) >= needed(bestOf) };
}
