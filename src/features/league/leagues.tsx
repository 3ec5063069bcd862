import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { dateBlock, span } from '../../../domain/wording/dates';
import { disciplineName, leagueAsOf, leagueTag } from '../../../domain/wording/league-card';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { LeagueCard, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Cover } from '../../ui/cover/cover';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Segments } from '../../ui/segments/segments';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import '../../shell/refused/league';
import './leagues.css';

type When = 'now' | 'past';
const WHEN: readonly { value: When; words: string }[] = [
  { value: 'now', words: '正在进行' },
  { value: 'past', words: '往期' },
];

type ListPage = ValueOf<OpOf<'league.leagues'>>;
type List = ReturnType<typeof usePages<LeagueCard, ListPage, RefusedBy<'league.leagues'>>>;

/** One league: its cover, how it stands, when and where it is. */
function LeagueRow({ card, now }: { card: LeagueCard; now: Instant }) {
  const current = leagueAsOf(card, now);
  const tag = leagueTag(current, now);
  return (
    <Press className="league-row" onPress={() => go.league(card.id)} testId={`league-${card.id}`}>
      <Cover
        brand={card.brand}
        title={card.title}
        above={`${BRAND_WORDS[card.brand].name} · ${disciplineName(card.discipline)}`}
        date={dateBlock(card.startsAt)}
        small
        muted={current.phase === 'cancelled'}
      />
      <View className="league-row__words">
        <View className={`number${tag.live || current.phase === 'finished' ? ' strong' : ''}`}>{tag.words}</View>
        <View className="note number">
          {span(card.startsAt, card.endsAt, now)} · {card.venueName}
        </View>
      </View>
    </Press>
  );
}

function Found({ list, past, onPast }: { list: List; past: boolean; onPast: () => void }) {
  const now = useNow();
  const { items, refused } = list;
  if (!items) {
    if (!refused) return <SkeletonPage />;
    return <Failure refused={refused} again={list.again} asking={list.asking} />;
  }
  if (items.length === 0) {
    return (
      <Notice
        icon="flag"
        title={past ? '还没有往期联赛' : '现在没有联赛'}
        text={past ? '打完的联赛会放在这里' : '有新的联赛开放报名，会放在这里'}
        testId="empty"
      >
        {!past && <Button onPress={onPast}>看往期</Button>}
      </Notice>
    );
  }
  return (
    <View data-testid="leagues">
      <View className="pad">
        {items.map((card) => (
          <LeagueRow key={card.id} card={card} now={now} />
        ))}
      </View>
      <ListEnd list={list} />
    </View>
  );
}

/** 联赛: what can be entered or watched, and what is over; twenty at a time. */
export function Leagues() {
  const [when, setWhen] = useState<When>('now');
  const past = when === 'past';
  const version = useAnswers((state) => state.versions['league.leagues'] ?? 0);
  const question = past ? { past } : {};
  const list: List = usePages(when, version, (cursor) =>
    call('league.leagues', cursor === undefined ? question : { ...question, cursor }),
  );
  useReachBottom(list.loadMore);
  return (
    <View className="leagues">
      <CellGroup>
        <Cell icon="flag" title="我的比赛" onPress={go.myLeagues} testId="my-leagues" />
      </CellGroup>
      <View className="pad leagues__when">
        <Segments options={WHEN} chosen={when} onChoose={setWhen} />
      </View>
      <Found list={list} past={past} onPast={() => setWhen('past')} />
    </View>
  );
}
