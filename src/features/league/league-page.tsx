import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { dateBlock } from '../../../domain/wording/dates';
import { disciplineName, entryWords, leagueAsOf, leagueTag } from '../../../domain/wording/league-card';
import type { LeagueDetail } from '../../../types/contract';
import type { Instant, LeagueId, MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { leaguePath } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Cover } from '../../ui/cover/cover';
import { Segments } from '../../ui/segments/segments';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Concern } from './concern';
import { EnterBar } from './enter-bar';
import { Entries } from './entries';
import { Overview } from './overview';
import { Pairings } from './pairings';
import { Schedule } from './schedule';
import { Tables } from './tables';
import '../../shell/refused/league';
import './league.css';

type Part = 'overview' | 'tables' | 'pairings' | 'schedule' | 'entries';
const PARTS: readonly { value: Part; words: string }[] = [
  { value: 'overview', words: '概况' },
  { value: 'tables', words: '积分榜' },
  { value: 'pairings', words: '对阵' },
  { value: 'schedule', words: '赛程' },
  { value: 'entries', words: '队伍' },
];

/** What there is to see: before the draw nobody meets anybody, and without groups there is no table. */
function partsOf({ stages }: LeagueDetail): readonly Part[] {
  if (stages.length === 0) return ['overview', 'entries'];
  const tables = stages.some(({ kind }) => kind === 'groups');
  return PARTS.map(({ value }) => value).filter((part) => part !== 'tables' || tables);
}

/** Who takes part is called by what the discipline has: teams, pairs or players. */
function optionsOf({ discipline }: LeagueDetail, parts: readonly Part[]): { value: Part; words: string }[] {
  const { name } = entryWords(discipline);
  return PARTS.filter(({ value }) => parts.includes(value)).map(({ value, words }) => ({
    value,
    words: value === 'entries' ? name : words,
  }));
}

function Shown({ part, league, now }: { part: Part; league: LeagueDetail; now: Instant }) {
  switch (part) {
    case 'overview':
      return <Overview league={league} now={now} />;
    case 'tables':
      return <Tables league={league} />;
    case 'pairings':
      return <Pairings league={league} now={now} />;
    case 'schedule':
      return <Schedule league={league} now={now} />;
    case 'entries':
      return <Entries league={league} />;
    default:
      return part satisfies never;
  }
}

interface LeaguePageProps {
  id: LeagueId;
  /** Who looks; absent while that is not known yet. */
  status: MemberStatus | undefined;
  /** A person enters under it. */
  name: string | undefined;
}

/** One league: what concerns me now, and everything else of it behind five words. */
export function LeaguePage({ id, status, name }: LeaguePageProps) {
  const { value, refused, asking, again } = useAnswer('league.league', { leagueId: id });
  const [chosen, setChosen] = useState<Part>('overview');
  const [turn, setTurn] = useState<Instant>();
  const now = useNow(turn);
  const soonest = value && [value.opensAt, value.lockAt].filter((at) => at > now).sort((a, b) => a - b)[0];
  if (soonest !== turn) setTurn(soonest);
  useShareAppMessage(() => ({ title: value?.title ?? '药谷职工之家', path: leaguePath(id) }));
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const league = leagueAsOf(value, now);
  const parts = partsOf(league);
  const part = parts.includes(chosen) ? chosen : 'overview';
  return (
    <View className="league" data-testid={`league-${league.phase}`}>
      {refused && <StaleLine />}
      <View className="pad">
        <Cover
          brand={league.brand}
          title={league.title}
          above={`${disciplineName(league.discipline)} · ${leagueTag(league, now).words}`}
          date={dateBlock(league.startsAt)}
          small
          muted={league.phase === 'cancelled'}
        />
      </View>
      <Concern league={league} now={now} />
      <View className="pad league__parts">
        <Segments options={optionsOf(league, parts)} chosen={part} onChoose={setChosen} />
      </View>
      <Shown part={part} league={league} now={now} />
      <EnterBar league={league} status={status} name={name} />
    </View>
  );
}
