import { type Length, needed } from '../../../domain/league/discipline';
import type { Game, GameRules, Outcome, Side } from '../../../types/contract';
import type { Chance } from '../chance';

const asGame = (winner: Side, won: number, lost: number): Game => (winner === 0 ? [won, lost] : [lost, won]);

/** A game as the rules let it end; every sixth goes on beyond its usual end. */
function gameOf({ target, lead }: GameRules, winner: Side, chance: Chance): Game {
  if (chance.below(6) === 0) return asGame(winner, target + 1, target + 1 - lead);
  const most = target - lead;
  return asGame(winner, target, most - chance.below(Math.ceil(most / 2) + 1));
}

/** Who won each game: as many as decide it, and the last one by the winner of the match. */
function gamesTo(winner: Side, wins: number, chance: Chance): Side[] {
  const loser = winner === 0 ? 1 : 0;
  const lost = chance.below(wins);
  const before = chance.shuffled([...Array(wins - 1).fill(winner), ...Array(lost).fill(loser)] as Side[]);
  return [...before, winner];
}

/** A result of that length which that side has won. */
export function wonBy(winner: Side, { match, bestOf }: Length, chance: Chance): Outcome {
  const sides = gamesTo(winner, needed(bestOf), chance);
  if (match.kind === 'games') {
    const games = sides.map((side) => gameOf(match.game, side, chance));
    return { kind: 'played', score: { kind: 'games', games } };
  }
  if (match.kind === 'tie') throw new Error('the demo plays no team matches');
  const lost = sides.length - needed(bestOf);
  const wins = winner === 0 ? ([needed(bestOf), lost] as const) : ([lost, needed(bestOf)] as const);
  return { kind: 'played', score: { kind: 'wins', wins } };
}
