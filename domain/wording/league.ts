import type { GameFault, ScoreIssue } from '../../types/contract';
import type { Criterion, Measure } from '../league/discipline';
import type { FixtureState } from '../league/result-states';
import { winningPoints } from '../league/score-issue';
import type { Feed, Fixture } from '../league/stage';
import type { Places, Reason, Standing } from '../league/standings';

export const FIXTURE_STATE_WORDS: Record<FixtureState, string> = {
  unplayed: '未开始',
  reported: '等对方确认',
  disputed: '有异议，等裁判',
  confirmed: '已结束',
  walkover: '弃权',
};

/** `第 3 名`, or `第 3-4 名` where it is shared or not decided. */
export function placeWords({ from, to }: Places): string {
  return from === to ? `第 ${from} 名` : `第 ${from}-${to} 名`;
}

const MEASURES: Record<Measure, { won: string; ratio: string; difference: string }> = {
  'match-points': { won: '积分', ratio: '积分比', difference: '净积分' },
  matches: { won: '胜场', ratio: '胜负比', difference: '净胜场' },
  individual: { won: '胜盘', ratio: '盘比', difference: '净胜盘' },
  games: { won: '胜局', ratio: '局比', difference: '净胜局' },
  points: { won: '得分', ratio: '分比', difference: '净胜分' },
};

/** `净胜局`, `相互局比`. */
export function criterionName({ of, as, over }: Criterion): string {
  return `${over === 'level' ? '相互' : ''}${MEASURES[of][as]}`;
}

const UNITS: Record<Measure, string> = {
  'match-points': '分',
  matches: '场',
  individual: '盘',
  games: '局',
  points: '分',
};

const signed = (value: number) => (value > 0 ? `+${value}` : `${value}`);

/** Two who met: who of them won says it shortest. */
function betweenTwo({ by, among }: Reason): boolean {
  if (by === 'lots' || by === 'not-completed') return false;
  return (
    by.over === 'level' && by.as === 'won' && (by.of === 'matches' || by.of === 'match-points') && among.length === 2
  );
}

function decisive(reason: Reason): string {
  const { by, value, above } = reason;
  if (by === 'lots') return `抽签第 ${above + 1}`;
  if (by === 'not-completed') return '没有打完小组赛，成绩不计';
  if (betweenTwo(reason)) return above === 0 ? '相互对战胜' : '相互对战负';
  switch (by.as) {
    case 'won':
      return `${criterionName(by)} ${value.won} ${UNITS[by.of]}`;
    case 'ratio':
      return `${criterionName(by)} ${value.won}:${value.lost}`;
    case 'difference':
      return `${criterionName(by)} ${signed(value.won - value.lost)}`;
    default:
      return by.as satisfies never;
  }
}

const nameOf = (by: Reason['by']) => (typeof by === 'string' ? '' : criterionName(by));

/** Why it stands there: `积分 5 分`, `胜场相同，相互对战胜`, `胜场、净胜局相同，净胜分 +3`; empty where there is no other. */
export function reasonWords({ reasons }: Pick<Standing, 'reasons'>): string {
  const last = reasons.at(-1);
  if (!last) return '';
  const former = reasons.at(-2);
  const level = [...(former ? [nameOf(former.by)] : []), ...last.level.map(criterionName)];
  const same = [...new Set(level)].join('、');
  return same === '' ? decisive(last) : `${same}相同，${decisive(last)}`;
}

const GAME_FAULTS: Record<GameFault, (issue: Extract<ScoreIssue, { code: 'game' }>) => string> = {
  'not-points': () => '比分要是 0 或正整数',
  level: () => '比分相同，分不出胜负',
  short: ({ rules }) => `还没打完，先到 ${rules.target} 分才算赢`,
  'no-lead': ({ rules }) => `要领先 ${rules.lead} 分才算赢`,
  overrun: ({ score, rules }) => {
    const least = Math.min(...score);
    return `打到 ${winningPoints(least, rules)}:${least} 就已经结束`;
  },
  'over-cap': ({ rules }) => `一局最多 ${rules.cap} 分`,
};

/** Why a score cannot be, and where. */
export function scoreIssueWords(issue: ScoreIssue): string {
  const match = 'match' in issue && issue.match !== undefined ? `第 ${issue.match} 盘 ` : '';
  switch (issue.code) {
    case 'game':
      return `${match}第 ${issue.game} 局 ${issue.score.join(':')}：${GAME_FAULTS[issue.fault](issue)}`;
    case 'too-many':
      return `${match}已经分出胜负，后面的不用填`;
    case 'undecided':
      return `${match}还没分出胜负，先赢 ${issue.needs} 局才算赢`;
    case 'impossible-wins':
      return `${issue.wins.join(':')} 打不出来，先赢 ${issue.needs} 局就结束`;
    case 'already-decided':
      return `${match}已经分出胜负，不用再填弃权`;
    case 'nobody-advances':
      return '淘汰赛要有一方晋级，请裁判定';
    case 'other-kind':
      return '这个项目不是这样记分';
    default:
      return issue satisfies never;
  }
}

/** How a round of a knockout is called: `决赛`, `半决赛`, `1/4 决赛`; by how many rounds are left after it. */
export function roundWords(round: number, rounds: number): string {
  const left = rounds - round;
  if (left === 0) return '决赛';
  return left === 1 ? '半决赛' : `1/${2 ** left} 决赛`;
}

/** Who will come, while nobody knows the name: `A 组第 1`. `find` gives the fixture that somebody has to win first. */
export function feedWords(feed: Feed, rounds: number, find: (id: string) => Fixture | undefined): string {
  switch (feed.from) {
    case 'entry':
      return '';
    case 'group':
      return `${feed.group} 组第 ${feed.place}`;
    case 'place':
      return `预赛第 ${feed.place}`;
    case 'winner':
    case 'loser': {
      const fixture = find(feed.fixture);
      const round = fixture ? roundWords(fixture.round, rounds) : '上一轮';
      return `${round}${feed.from === 'winner' ? '胜者' : '负者'}`;
    }
    default:
      return feed satisfies never;
  }
}
