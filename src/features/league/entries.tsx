import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { placeWords } from '../../../domain/wording/league';
import { entryWords, regionName, rosterWords } from '../../../domain/wording/league-card';
import type { EntryCard, LeagueDetail, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import './league.css';

/** `东区 · 禾芩生物 · 5 人，还差 2 人`. */
function about(entry: EntryCard, { format, discipline }: LeagueDetail): string {
  return [regionName(entry, format), entry.enterpriseName, rosterWords(entry, discipline)].filter(Boolean).join(' · ');
}

function EntryRow({ entry, league }: { entry: EntryCard; league: LeagueDetail }) {
  const note = about(entry, league);
  return (
    <Press className="league-entry" onPress={() => go.leagueEntry(league.id, entry.id)} testId={`entry-${entry.id}`}>
      <View className="league-entry__inside">
        <View className="grow">
          <View className="row">
            <Text className={entry.withdrawn ? 'league__faint' : 'strong'}>{entry.name}</Text>
            {entry.mine && <Tag words="我的" tone="mine" />}
            {entry.followed && <Tag words="关注" />}
            {entry.withdrawn && <Tag words="已退赛" />}
          </View>
          {note !== '' && <View className="note number">{note}</View>}
        </View>
        {entry.place && <Text className="number">{placeWords(entry.place)}</Text>}
        <Icon name="forward" small />
      </View>
    </Press>
  );
}

type EntriesPage = ValueOf<OpOf<'league.entries'>>;

/** 队伍: who takes part, twenty at a time. */
export function Entries({ league }: { league: LeagueDetail }) {
  const version = useAnswers((state) => state.versions['league.entries'] ?? 0);
  const question = { leagueId: league.id };
  const list = usePages<EntryCard, EntriesPage, RefusedBy<'league.entries'>>(league.id, version, (cursor) =>
    call('league.entries', cursor === undefined ? question : { ...question, cursor }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items) {
    if (!refused) return <SkeletonRows count={6} />;
    return <Failure refused={refused} again={list.again} asking={list.asking} />;
  }
  if (items.length === 0) {
    const { name } = entryWords(league.discipline);
    return <Notice icon="people" title={`还没有${name}报名`} text="第一个报上，名字排在最前面" testId="empty" />;
  }
  return (
    <View data-testid="entries">
      {items.map((entry) => (
        <EntryRow key={entry.id} entry={entry} league={league} />
      ))}
      <ListEnd list={list} />
    </View>
  );
}
