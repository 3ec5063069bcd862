import { type Format, type GameRules, type Length, type Measure, needed } from './discipline';
import { added, NOTHING, type Tally } from './fraction';
import { type Game, type IndividualMatch, type Outcome, otherSide, type Score, type Side } from './score';
import { openGameFault, play, winnerOf, winningPoints } from './score-issue';

/** What one match brings one side. `match-points` count in `won` alone. */
export type Tallies = Readonly<Record<Measure, Tally>>;

export const NO_TALLIES: Tallies = {
  'match-points': NOTHING,
  matches: NOTHING,
  individual: NOTHING,
  games: NOTHING,
  points: NOTHING,
};

export function addTallies(a: Tallies, b: Tallies): Tallies {
  return {
    'match-points': added(a['match-points'], b['match-points']),
    matches: added(a.matches, b.matches),
    individual: added(a.individual, b.individual),
    games: added(a.games, b.games),
    points: added(a.points, b.points),
  };
}

const asGame = (won: number, lost: number, side: Side): Game => (side === 0 ? [won, lost] : [lost, won]);

/** The games played to an end that `side` wins: the one under way from where it stands, the others to love. */
function gamesWonBy(side: Side, games: readonly Game[], bestOf: number, rules: GameRules): Game[] {
  const all = [...games];
  const last = all.at(-1);
  if (last && openGameFault(last, rules) === undefined) {
    const lost = last[otherSide(side)];
    all[all.length - 1] = asGame(winningPoints(lost, rules), lost, side);
  }
  const won = () => all.filter((game) => game[side] > game[otherSide(side)]).length;
  while (won() < needed(bestOf)) all.push(asGame(rules.target, 0, side));
  return all;
}

/** The individual match with the games that its winner was short of. */
function whole({ games, lost }: IndividualMatch, bestOf: number, rules: GameRules): readonly Game[] {
  return lost ? gamesWonBy(otherSide(lost.side), games, bestOf, rules) : games;
}

/** The score that it would have been if the winner had won everything from where it stopped, to love. */
export function creditedTo(side: Side, score: Score | undefined, { match, bestOf }: Length): Score {
  switch (match.kind) {
    case 'games': {
      const games = score?.kind === 'games' ? score.games : [];
      return { kind: 'games', games: gamesWonBy(side, games, bestOf, match.game) };
    }
    case 'wins': {
      const [a, b] = score?.kind === 'wins' ? score.wins : [0, 0];
      return { kind: 'wins', wins: side === 0 ? [needed(bestOf), b] : [a, needed(bestOf)] };
    }
    case 'tie': {
      const matches = score?.kind === 'tie' ? [...score.matches] : [];
      const { wins } = play({ kind: 'tie', matches }, { match, bestOf }, true);
      const underWay = wins[0] + wins[1] < matches.length ? matches.pop() : undefined;
      const loser = otherSide(side);
      if (underWay) matches.push({ games: underWay.games, lost: { side: loser, by: 'retired' } });
      const missing = needed(bestOf) - wins[side] - (underWay ? 1 : 0);
      for (let at = 0; at < missing; at++) matches.push({ games: [], lost: { side: loser, by: 'walkover' } });
      return { kind: 'tie', matches };
    }
    default:
      return match satisfies never;
  }
}

function countGames(games: readonly Game[]): Pick<Tallies, 'games' | 'points'> {
  let wonGames = 0;
  let won = 0;
  let lost = 0;
  for (const [a, b] of games) {
    if (a > b) wonGames += 1;
    won += a;
    lost += b;
  }
  return { games: { won: wonGames, lost: games.length - wonGames }, points: { won, lost } };
}

/** Individual matches, games and points of side 0 in a score that was played or credited to its end. */
function countScore(score: Score, { match }: Length): Pick<Tallies, 'individual' | 'games' | 'points'> {
  switch (score.kind) {
    case 'games':
      return { individual: NOTHING, ...countGames(score.games) };
    case 'wins':
      return { individual: NOTHING, games: { won: score.wins[0], lost: score.wins[1] }, points: NOTHING };
    case 'tie': {
      if (match.kind !== 'tie') throw new Error('a team score in a match of another kind');
      const { bestOf, game } = match.individual;
      const counted = score.matches.map((one) => countGames(whole(one, bestOf, game)));
      const won = counted.filter(({ games }) => games.won > games.lost).length;
      const sum = (of: 'games' | 'points') => counted.map((one) => one[of]).reduce(added, NOTHING);
      return { individual: { won, lost: counted.length - won }, games: sum('games'), points: sum('points') };
    }
    default:
      return score satisfies never;
  }
}

const turned = ({ won, lost }: Tally): Tally => ({ won: lost, lost: won });

const points = (won: number): Tally => ({ won, lost: 0 });

/**
 * What a match brings each side. One that was not played to its end brings its loser `unfinished` points, and both what
 * they would have if the winner had gone on to win everything to love.
 */
export function tallies(outcome: Outcome, format: Format): readonly [Tallies, Tallies] {
  const { win, loss, unfinished } = format.standing.matchPoints;
  const winner = winnerOf(outcome, format);
  if (winner === undefined) {
    const nothing: Tallies = { ...NO_TALLIES, matches: { won: 0, lost: 1 }, 'match-points': points(unfinished) };
    return [nothing, nothing];
  }
  const played = outcome.kind === 'played';
  const score = played ? outcome.score : creditedTo(winner, 'score' in outcome ? outcome.score : undefined, format);
  const counted = countScore(score, format);
  const brings = (side: Side) => points(side === winner ? win : played ? loss : unfinished);
  const matches: Tally = winner === 0 ? { won: 1, lost: 0 } : { won: 0, lost: 1 };
  return [
    { ...counted, matches, 'match-points': brings(0) },
    {
      matches: turned(matches),
      'match-points': brings(1),
      individual: turned(counted.individual),
      games: turned(counted.games),
      points: turned(counted.points),
    },
  ];
}
