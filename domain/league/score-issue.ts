import type { GameFault, ScoreIssue } from '../../types/contract';
import { type GameRules, type Length, type MatchRules, needed } from './discipline';

import { type Game, type IndividualMatch, type Outcome, otherSide, type Score, type Side } from './score';

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

/** The points at which the game was over, given what the loser has. */
export function winningPoints(loser: number, { target, lead, cap }: GameRules): number {
  const points = Math.max(target, loser + lead);
  return cap === undefined ? points : Math.min(points, cap);
}

/** Why the game cannot have ended so; `undefined` where it can. */
export function gameFault(game: Game, rules: GameRules): GameFault | undefined {
  if (!game.every(isCount)) return 'not-points';
  const [most, least] = [Math.max(...game), Math.min(...game)];
  if (rules.cap !== undefined && most > rules.cap) return 'over-cap';
  if (most === least) return 'level';
  if (most < rules.target) return 'short';
  const over = winningPoints(least, rules);
  if (most === over) return undefined;
  return most < over ? 'no-lead' : 'overrun';
}

/** Why the game cannot have stood so while it was going on; `undefined` where it can. */
export function openGameFault(game: Game, rules: GameRules): GameFault | undefined {
  if (!game.every(isCount)) return 'not-points';
  const [most, least] = [Math.max(...game), Math.min(...game)];
  return most < winningPoints(least, rules) ? undefined : 'overrun';
}

const winner = ([a, b]: Game): Side => (a > b ? 0 : 1);

interface Played {
  wins: [number, number];
  issue?: ScoreIssue;
}

/** Goes through games until one is wrong. With `open` the last one may be unfinished; it then counts for nobody. */
function playGames(games: readonly Game[], bestOf: number, rules: GameRules, open: boolean): Played {
  const wins: [number, number] = [0, 0];
  for (const [at, score] of games.entries()) {
    if (Math.max(...wins) >= needed(bestOf)) return { wins, issue: { code: 'too-many', needs: needed(bestOf) } };
    const fault = gameFault(score, rules);
    const unfinished = open && at === games.length - 1 && openGameFault(score, rules) === undefined;
    if (unfinished) return { wins };
    if (fault) return { wins, issue: { code: 'game', fault, score, rules, game: at + 1 } };
    wins[winner(score)] += 1;
  }
  return { wins };
}

type TieRules = Extract<MatchRules, { kind: 'tie' }>;

/** One individual match to its end: whoever lost it by not playing on has lost it, whatever the games say. */
function playIndividual(
  { games, lost }: IndividualMatch,
  { individual }: TieRules,
): { won?: Side; issue?: ScoreIssue } {
  const { wins, issue } = playGames(games, individual.bestOf, individual.game, lost !== undefined);
  if (issue) return { issue };
  const needs = needed(individual.bestOf);
  const decided = Math.max(...wins) === needs;
  if (!lost) return decided ? { won: winner(wins) } : { issue: { code: 'undecided', needs } };
  if (decided) return { issue: { code: 'already-decided' } };
  if (lost.by === 'walkover' && games.length > 0) return { issue: { code: 'too-many', needs: 0 } };
  return { won: otherSide(lost.side) };
}

function playTie(matches: readonly IndividualMatch[], bestOf: number, rules: TieRules, open: boolean): Played {
  const wins: [number, number] = [0, 0];
  for (const [at, match] of matches.entries()) {
    if (Math.max(...wins) >= needed(bestOf)) return { wins, issue: { code: 'too-many', needs: needed(bestOf) } };
    const last = open && at === matches.length - 1;
    const { won, issue } = playIndividual(match, rules);
    if (issue?.code === 'undecided' && last) return { wins };
    if (issue && last && issue.code === 'game' && issue.game === match.games.length) {
      if (openGameFault(issue.score, issue.rules) === undefined) return { wins };
    }
    if (issue) return { wins, issue: { ...issue, match: at + 1 } as ScoreIssue };
    if (won !== undefined) wins[won] += 1;
  }
  return { wins };
}

function playWins(wins: readonly [number, number], bestOf: number): Played {
  const needs = needed(bestOf);
  const possible = wins.every((count) => isCount(count) && count <= needs) && Math.min(...wins) < needs;
  return { wins: [...wins], ...(possible ? {} : { issue: { code: 'impossible-wins', wins, needs } }) };
}

/** What each side has won of the match, or the first thing that is wrong with its score. */
export function play(score: Score, { match, bestOf }: Length, open = false): Played {
  if (score.kind === 'games' && match.kind === 'games') return playGames(score.games, bestOf, match.game, open);
  if (score.kind === 'wins' && match.kind === 'wins') return playWins(score.wins, bestOf);
  if (score.kind === 'tie' && match.kind === 'tie') return playTie(score.matches, bestOf, match, open);
  return { wins: [0, 0], issue: { code: 'other-kind', wanted: match.kind } };
}

/**
 * Why a match of that format cannot have ended so; `undefined` where it can. A score is what can be played: each game as
 * it can end, none after the match was decided, and one side that has won it. Of a match that was given up, the last
 * game may be unfinished and nobody has won yet.
 */
export function outcomeIssue(outcome: Outcome, format: Length, knockout: boolean): ScoreIssue | undefined {
  const needs = needed(format.bestOf);
  switch (outcome.kind) {
    case 'played': {
      const { wins, issue } = play(outcome.score, format);
      return issue ?? (Math.max(...wins) === needs ? undefined : { code: 'undecided', needs });
    }
    case 'retired':
    case 'disqualified': {
      if (!outcome.score) return undefined;
      const { wins, issue } = play(outcome.score, format, true);
      return issue ?? (Math.max(...wins) < needs ? undefined : { code: 'already-decided' });
    }
    case 'walkover':
      return undefined;
    case 'both-absent':
      return knockout ? { code: 'nobody-advances' } : undefined;
    default:
      return outcome satisfies never;
  }
}

/** Who won; `undefined` where neither came. For an outcome without an issue. */
export function winnerOf(outcome: Outcome, format: Length): Side | undefined {
  switch (outcome.kind) {
    case 'played':
      return winner(play(outcome.score, format).wins);
    case 'retired':
    case 'disqualified':
    case 'walkover':
      return otherSide(outcome.side);
    case 'both-absent':
      return undefined;
    default:
      return outcome satisfies never;
  }
}
