import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { entryWords, regionName } from '../../../domain/wording/league-card';
import type { EntryCard } from '../../../types/contract/league';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Page } from '../../../types/contract/op';
import type { EntryId, LeagueId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { usePages } from '../../cloud/use-pages';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { DrawSheet } from './draw-sheet';
import { EntrySheet } from './entry-sheet';
import '../../shell/refused/league';
import './league-desk.css';

const canPlay = ({ missing, withdrawn }: EntryCard): boolean => missing === 0 && !withdrawn;

/** What is missing of an entry, or that it is gone. */
function Lack({ entry }: { entry: EntryCard }) {
  if (entry.withdrawn) return <Text className="note">退赛</Text>;
  if (entry.missing > 0) return <Text className="note number league-line__lack">还差 {entry.missing} 人</Text>;
  return null;
}

interface EntryLineProps {
  entry: EntryCard;
  league: ManagedLeague | undefined;
  /** Choosing seeds: its number among them, or 0. */
  seed: number | undefined;
  onPress: () => void;
}

function EntryLine({ entry, league, seed, onPress }: EntryLineProps) {
  const { name, enterpriseName, players, withdrawn } = entry;
  const region = league && regionName(entry, league.plan.format);
  const choosing = seed !== undefined;
  return (
    <Press
      className={`league-line${withdrawn ? ' league-line--gone' : ''}`}
      disabled={choosing && !canPlay(entry)}
      {...(choosing ? { pressed: seed > 0 } : {})}
      onPress={onPress}
      testId={`entry-${entry.id}`}
    >
      <View className="row">
        {choosing && (
          <View className={`seed number${seed > 0 ? ' seed--on' : ''}${canPlay(entry) ? '' : ' seed--off'}`}>
            {seed > 0 ? seed : ''}
          </View>
        )}
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="note number">
            {[enterpriseName, region, players > 1 ? `${players} 人` : undefined]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </View>
        </View>
        <Lack entry={entry} />
        {!choosing && <Icon name="forward" small />}
      </View>
    </Press>
  );
}

function useEntries(id: LeagueId) {
  const version = useAnswers(({ versions }) => versions['league.entries'] ?? 0);
  const list = usePages<EntryCard, Page<EntryCard>, RefusedBy<'league.entries'>>(id, version, (cursor) =>
    call('league.entries', { leagueId: id, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  return list;
}

/** Above the list: how many there are, and what a tap does. */
function Above({ league, choosing }: { league: ManagedLeague | undefined; choosing: boolean }) {
  if (!league) return null;
  const { unit, name } = entryWords(league.plan.discipline);
  const { all, complete, withdrawn } = league.entries;
  const lacking = all - complete - withdrawn;
  return (
    <View className="pad league-above">
      <View className="number">
        {complete} {unit}
        {league.state === 'open' ? '可以抽签' : '人齐'}
        {lacking > 0 && `，${lacking} ${unit}人没齐`}
        {withdrawn > 0 && `，${withdrawn} ${unit}退赛`}
      </View>
      <View className="note">
        {choosing ? `按实力从强到弱点${name}，点到的就是种子，会被分开；不点也能抽` : `点开可以加人、改名、退赛`}
      </View>
    </View>
  );
}

/** Who plays: looked after one by one, or numbered as seeds before the draw. */
export function Entries({ id, draw }: { id: LeagueId; draw: boolean }) {
  const { value: league } = useAnswer('league.managedLeague', { leagueId: id });
  const list = useEntries(id);
  const [open, setOpen] = useState<EntryId>();
  const [seeds, setSeeds] = useState<EntryId[]>([]);
  const [drawing, setDrawing] = useState(false);
  const { items, refused } = list;
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  const press = (entry: EntryId): void => {
    if (!draw) setOpen(entry);
    else setSeeds((now) => (now.includes(entry) ? now.filter((each) => each !== entry) : [...now, entry]));
  };
  return (
    <View className="league-entries">
      <Above league={league} choosing={draw} />
      {!items && <SkeletonRows count={6} />}
      {items?.length === 0 && <Notice icon="people" title="还没有报名" text="有人报名就会列在这里" testId="empty" />}
      {items?.map((entry) => (
        <EntryLine
          key={entry.id}
          entry={entry}
          league={league}
          seed={draw ? seeds.indexOf(entry.id) + 1 : undefined}
          onPress={() => press(entry.id)}
        />
      ))}
      {items && (items.length > 0 || refused) && <ListEnd list={list} />}
      {draw && league && (
        <Bar>
          <Button kind="primary" onPress={() => setDrawing(true)} testId="draw">
            {seeds.length > 0 ? `抽签，${seeds.length} 个种子` : '不设种子，抽签'}
          </Button>
        </Bar>
      )}
      {open !== undefined && (
        <EntrySheet leagueId={id} entryId={open} league={league} onClose={() => setOpen(undefined)} />
      )}
      {drawing && league && <DrawSheet league={league} seeds={seeds} onClose={() => setDrawing(false)} />}
    </View>
  );
}
