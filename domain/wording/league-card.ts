import type { EntryCard, FirstStage, LeagueCard, LeagueFormat, LeaguePhase } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { Discipline, EntryRules } from '../league/discipline';
import { DISCIPLINES } from '../league/disciplines';
import { dayWord, opening } from './dates';

interface EntryWords {
  /** What entries are counted in: `6 队`. */
  unit: string;
  /** What one is called. */
  name: string;
}

const ENTRY_WORDS: Record<EntryRules['kind'], EntryWords> = {
  person: { unit: '人', name: '选手' },
  pair: { unit: '对', name: '搭档' },
  team: { unit: '队', name: '队伍' },
};

/** The latest version of it; its name, and who enters, are the same in all. */
function latest(id: string): Discipline | undefined {
  return DISCIPLINES.filter((discipline) => discipline.id === id).at(-1);
}

/** A discipline that this phone does not know yet is named by its id. */
export const disciplineName = (id: string): string => latest(id)?.name ?? id;

export const entryKind = (id: string): EntryRules['kind'] => latest(id)?.entry.kind ?? 'team';

export const entryWords = (id: string): EntryWords => ENTRY_WORDS[entryKind(id)];

const BY_CLOCK: readonly LeaguePhase[] = ['soon', 'open', 'locked'];

/** The same league with the phase of this moment: an answer may be minutes old, and it opens on the second. */
export function leagueAsOf<C extends Pick<LeagueCard, 'phase' | 'opensAt' | 'lockAt'>>(card: C, now: Instant): C {
  if (!BY_CLOCK.includes(card.phase)) return card;
  const phase = now < card.opensAt ? 'soon' : now < card.lockAt ? 'open' : 'locked';
  return { ...card, phase };
}

/** How it stands, in a few words; `live` where one can act now, or there is something to watch. */
export function leagueTag(card: LeagueCard, now: Instant): { words: string; live: boolean } {
  const { phase, most, entries, champion } = card;
  switch (phase) {
    case 'soon':
      return { words: opening(card.opensAt, now), live: false };
    case 'open': {
      const left = most - entries;
      const { unit } = entryWords(card.discipline);
      return left > 0
        ? { words: `报名中，还能报 ${left} ${unit}`, live: true }
        : { words: `${most} ${unit}报满了`, live: false };
    }
    case 'locked':
      return { words: '报名截止，等抽签', live: false };
    case 'playing':
      return now < card.startsAt
        ? { words: `${dayWord(card.startsAt, now)}开赛`, live: false }
        : { words: '正在比赛', live: true };
    case 'finished':
      return { words: champion === undefined ? '已结束' : `冠军 ${champion}`, live: false };
    case 'cancelled':
      return { words: '已取消', live: false };
    default:
      return phase satisfies never;
  }
}

/** `1 局定胜负`, `3 局 2 胜`. */
export const bestOfWords = (bestOf: number): string =>
  bestOf === 1 ? '一局定胜负' : `${bestOf} 局 ${(bestOf + 1) / 2} 胜`;

function firstWords(first: FirstStage, { name, unit }: EntryWords): string {
  if (first.kind === 'knockout') return `单败淘汰${first.placeThree ? '，决第 3 名' : ''}`;
  const often = first.rounds === 1 ? '单循环' : '双循环';
  return first.groups === 1 ? `全部${name}${often}` : `分 ${first.groups} 组${often}，每${unit}组内都打一遍`;
}

/** How it is played, a line each stage. */
export function formatWords({ regions, first, final }: LeagueFormat, discipline: string): string[] {
  const words = entryWords(discipline);
  const where = regions && regions.length > 0 ? `${regions.map(({ name }) => name).join('、')}分区预赛：` : '';
  const lines = [`${where}${firstWords(first, words)}，${bestOfWords(first.bestOf)}`];
  if (final) {
    const from = first.kind === 'groups' ? '每组' : '每区';
    const three = final.placeThree ? '，决第 3 名' : '';
    lines.push(`决赛阶段：${from}前 ${final.take} 名淘汰赛${three}，${bestOfWords(final.bestOf)}`);
  }
  return lines;
}

/** The region of an entry by its name; absent where the league has none. */
export const regionName = ({ region }: Pick<EntryCard, 'region'>, { regions = [] }: Pick<LeagueFormat, 'regions'>) =>
  regions.find(({ id }) => id === region)?.name;

/** `5 人`, `3 人，还差 2 人`; empty for one person. */
export function rosterWords({ players, missing }: Pick<EntryCard, 'players' | 'missing'>, discipline: string): string {
  if (entryKind(discipline) === 'person') return '';
  return missing > 0 ? `${players} 人，还差 ${missing} 人` : `${players} 人`;
}
