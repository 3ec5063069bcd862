import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LeagueDetail, TableRow, TableView } from '../../../types/contract';
import { useAnswer } from '../../cloud/use-answer';
import { Failure, StaleLine } from '../../shell/failure';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { GroupTable } from './group-table';
import { WhySheet } from './why-sheet';
import './table.css';

/** How many tables one answer holds. */
const TOGETHER = 8;

type Stage = LeagueDetail['stages'][number];

/** The first table of the answer that holds this group; absent for the first answer of a stage. */
function blockFrom({ groups }: Stage, group: string): string | undefined {
  const block = Math.floor(Math.max(0, groups.indexOf(group)) / TOGETHER);
  return block === 0 ? undefined : groups[block * TOGETHER];
}

const isMine = ({ rows }: TableView): boolean => rows.some(({ entry }) => entry.mine);

interface OfStageProps {
  league: LeagueDetail;
  stage: Stage;
}

/** The tables of one stage, one in sight: mine until another one is chosen. */
function StageTables({ league, stage }: OfStageProps) {
  const [chosen, setChosen] = useState<string>();
  const [why, setWhy] = useState<TableRow>();
  const wanted = chosen ?? stage.groups[0] ?? '';
  const from = blockFrom(stage, wanted);
  const question = { leagueId: league.id, stage: stage.id, ...(from !== undefined && { from }) };
  const { value, refused, asking, again } = useAnswer('league.tables', question);
  const mine = chosen === undefined ? value?.tables.find(isMine) : undefined;
  const table = mine ?? value?.tables.find(({ group }) => group === wanted);
  return (
    <>
      {stage.groups.length > 1 && (
        <Chips
          options={stage.groups.map((group) => ({ value: group, words: `${group} 组` }))}
          chosen={table?.group ?? wanted}
          onChoose={setChosen}
        />
      )}
      {value && refused && <StaleLine />}
      {!value && (refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />)}
      {value && !table && <Notice icon="empty" title="还没有积分榜" text="抽签后这里就有" testId="empty" />}
      {table && <GroupTable table={table} onWhy={setWhy} />}
      {why && <WhySheet row={why} league={league} onClose={() => setWhy(undefined)} />}
    </>
  );
}

/** 积分榜: a stage, a group, and its table. */
export function Tables({ league }: { league: LeagueDetail }) {
  const stages = league.stages.filter(({ kind }) => kind === 'groups');
  const own = stages.find(({ id }) => league.mine?.region !== undefined && id.endsWith(`-${league.mine.region}`));
  const [chosen, setChosen] = useState(own?.id);
  const stage = stages.find(({ id }) => id === chosen) ?? stages[0];
  if (!stage) return null;
  return (
    <View className="tables" data-testid="tables">
      {stages.length > 1 && (
        <Chips
          options={stages.map(({ id, name }) => ({ value: id, words: name }))}
          chosen={stage.id}
          onChoose={setChosen}
        />
      )}
      <StageTables key={stage.id} league={league} stage={stage} />
    </View>
  );
}
