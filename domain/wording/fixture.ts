import type { Comer, FixtureView, LeagueDetail, Outcome, Score, Side } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { DisciplineRef } from '../league/discipline';
import { disciplineOf } from '../league/disciplines';
import { play } from '../league/score-issue';
import { clock, dayWord, moment, stretch } from './dates';
import { FIXTURE_STATE_WORDS, roundWords } from './league';

/** Who comes to a side; while nobody knows, where they come from. */
export function comerName(comer: Comer): string {
  switch (comer.kind) {
    case 'entry':
      return comer.name;
    case 'nobody':
      return '轮空';
    case 'from':
      return comer.words;
    default:
      return comer satisfies never;
  }
}

type StageFacts = LeagueDetail['stages'][number];

/** Rounds of a knockout, from the number of its matches: so many entries as matches and one, but for the match for place 3. */
export function knockoutRounds(matches: number, placeThree: boolean): number {
  const forPlace = placeThree && matches >= 4 ? 1 : 0;
  return Math.max(1, Math.ceil(Math.log2(matches - forPlace + 1)));
}

function hasPlaceThree({ format, stages }: Pick<LeagueDetail, 'format' | 'stages'>, stage: StageFacts): boolean {
  const { first, final } = format;
  const last = stages.at(-1)?.id === stage.id;
  if (final && last) return final.placeThree;
  return first.kind === 'knockout' && first.placeThree;
}

/** `A 组 第 2 轮`, `半决赛`, `第 3 名赛`. With more stages than one of a kind the stage's name stands before it. */
export function fixtureRound(
  { stage, group, round, forPlaceThree }: Pick<FixtureView, 'stage' | 'group' | 'round' | 'forPlaceThree'>,
  league: Pick<LeagueDetail, 'format' | 'stages'> | undefined,
): string {
  if (forPlaceThree) return '第 3 名赛';
  const of = league?.stages.find(({ id }) => id === stage);
  const alike = league && of ? league.stages.filter(({ kind }) => kind === of.kind).length > 1 : false;
  const before = alike && of ? `${of.name} ` : '';
  if (group !== undefined) {
    const named = of && of.groups.length <= 1 ? '' : `${group} 组 `;
    return `${before}${named}第 ${round} 轮`;
  }
  if (!league || !of) return `第 ${round} 轮`;
  return `${before}${roundWords(round, knockoutRounds(of.matches, hasPlaceThree(league, of)))}`;
}

/** `明天 19:00`, or that nobody knows yet. */
export function fixtureWhen({ startsAt }: Pick<FixtureView, 'startsAt'>, now: Instant): string {
  return startsAt === undefined ? '时间待定' : moment(startsAt, now);
}

/** When it is, for a column of a list: the day above, the time below. */
export function fixtureTime({ startsAt }: Pick<FixtureView, 'startsAt'>, now: Instant): { day: string; time: string } {
  if (startsAt === undefined) return { day: '时间', time: '待定' };
  return { day: dayWord(startsAt, now), time: clock(startsAt) };
}

/** How it stands, in a word; `unplayed` only once it should be on. */
export function fixtureState({ state, startsAt, endsAt }: FixtureView, now: Instant): string {
  // Whose word it waits for is not said here: it may be the reader's own.
  if (state === 'reported') return '比分等确认';
  if (state !== 'unplayed') return FIXTURE_STATE_WORDS[state];
  if (startsAt === undefined || now < startsAt) return '';
  return endsAt !== undefined && now > endsAt ? '等比分' : '进行中';
}

/** `11:7  9:11`, `2:1`; one string for each game or individual match. */
export function scoreParts(score: Score): string[] {
  switch (score.kind) {
    case 'games':
      return score.games.map((game) => game.join(':'));
    case 'wins':
      return [score.wins.join(':')];
    case 'tie':
      return score.matches.map(({ games, lost }) => {
        const points = games.map((game) => game.join(':')).join(' ');
        if (!lost) return points;
        const how = lost.by === 'walkover' ? '弃权' : '中途退出';
        return `${points}${points === '' ? '' : ' '}${lost.side === 0 ? '左' : '右'}方${how}`;
      });
    default:
      return score satisfies never;
  }
}

/** How it ended where it was not played to its end: `禾芩一队 没有到场`; empty where it was. */
export function endingWords(outcome: Outcome, names: readonly [string, string]): string {
  switch (outcome.kind) {
    case 'played':
      return '';
    case 'retired':
      return `${names[outcome.side]} 中途退出`;
    case 'disqualified':
      return `${names[outcome.side]} 被取消资格`;
    case 'walkover':
      return `${names[outcome.side]} 没有到场`;
    case 'both-absent':
      return '双方都没有到场';
    default:
      return outcome satisfies never;
  }
}

/** `还有 40 分钟自动确认`: how long silence has. */
export function answerLeft(dueAt: Instant, now: Instant): string {
  return now >= dueAt ? '马上自动确认' : `还有 ${stretch(dueAt, now)}，不回应就算数`;
}

/** The other side of a match of mine: whom I meet. */
export function opponentOf({ sides }: Pick<FixtureView, 'sides'>): { side: Side; name: string } | undefined {
  const [one, other] = sides;
  if (one.kind === 'entry' && one.mine) return { side: 1, name: comerName(other) };
  if (other.kind === 'entry' && other.mine) return { side: 0, name: comerName(one) };
  return undefined;
}

/** What each side won of an outcome that was not said by the server; absent where nothing was played. */
export function winsOf(outcome: Outcome, discipline: DisciplineRef, bestOf: number): [number, number] | undefined {
  const score = 'score' in outcome ? outcome.score : undefined;
  const match = disciplineOf(discipline)?.match;
  return score && match && play(score, { match, bestOf }, true).wins;
}
