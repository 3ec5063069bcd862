import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { dateBlock, span } from '../../../domain/wording/dates';
import { disciplineName, entryWords } from '../../../domain/wording/league-card';
import { deskTag } from '../../../domain/wording/league-desk';
import type { ManagedLeagueCard } from '../../../types/contract/league-desk';
import type { Page } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { DateBlock } from '../../ui/cover/cover';
import { ListRow, RowPhase } from '../../ui/list-row/list-row';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import '../../shell/refused/league';
import './league-desk.css';

function LeagueRow({ league, now }: { league: ManagedLeagueCard; now: Instant }) {
  const { id, title, brand, discipline, state, startsAt, endsAt, entries } = league;
  const tag = deskTag(league, now);
  const { unit } = entryWords(discipline);
  return (
    <ListRow
      block={<DateBlock date={dateBlock(startsAt)} tone={brand} />}
      title={title}
      over={state === 'finished' || state === 'cancelled'}
      onPress={() => go.deskLeague(id)}
      testId={`managed-${id}`}
      tags={
        <>
          <Tag words={disciplineName(discipline)} tone={brand} />
          <RowPhase words={tag.words} live={tag.live} />
        </>
      }
    >
      <View className="note number">
        <Text>{span(startsAt, endsAt, now)}</Text>
        {state !== 'draft' && <Text>{` · ${entries} ${unit}报名`}</Text>}
      </View>
    </ListRow>
  );
}

/** 联赛管理: every league, what ends last at the top, and a new one. */
export function Leagues() {
  const now = useNow();
  const version = useAnswers(({ versions }) => versions['league.managedLeagues'] ?? 0);
  const list = usePages<ManagedLeagueCard, Page<ManagedLeagueCard>, RefusedBy<'league.managedLeagues'>>(
    'all',
    version,
    (cursor) => call('league.managedLeagues', cursor === undefined ? {} : { cursor }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="league-list">
      {!items && <SkeletonRows count={5} />}
      {items?.length === 0 && (
        <Notice icon="flag" title="还没有联赛" text="新建一个，从样板开始只要几分钟" testId="empty" />
      )}
      {items?.map((league) => (
        <LeagueRow key={league.id} league={league} now={now} />
      ))}
      {items && (items.length > 0 || refused) && <ListEnd list={list} />}
      <Bar>
        <Button kind="primary" onPress={go.deskLeagueNew} testId="new-league">
          新建联赛
        </Button>
      </Bar>
    </View>
  );
}
