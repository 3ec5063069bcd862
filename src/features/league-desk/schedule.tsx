import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { OpOf } from '../../../types/contract';
import type { FixtureView } from '../../../types/contract/league';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant, LeagueId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { MatchLines } from './match-lines';
import { ProposalView } from './proposal';
import { ReplanSheet } from './replan-sheet';
import '../../shell/refused/league';
import './league-desk.css';

type SchedulePage = ValueOf<OpOf<'league.schedule'>>;

const ALL = 'all';

function useSchedule(id: LeagueId, court: string) {
  const version = useAnswers(({ versions }) => versions['league.schedule'] ?? 0);
  const list = usePages<FixtureView, SchedulePage, RefusedBy<'league.schedule'>>(`${id} ${court}`, version, (cursor) =>
    call('league.schedule', {
      leagueId: id,
      ...(court === ALL ? {} : { court }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );
  useReachBottom(list.loadMore);
  return list;
}

/** The schedule that everybody sees, by court where wanted; a tap opens the match and its score. */
function Published({ league, onReplan }: { league: ManagedLeague; onReplan: (after: Instant) => void }) {
  const { id, plan, state } = league;
  const now = useNow();
  const [court, setCourt] = useState(ALL);
  const [choosing, setChoosing] = useState(false);
  const list = useSchedule(id, court);
  const { items, refused } = list;
  const options = [{ value: ALL, words: '全部' }, ...plan.courts.map((each) => ({ value: each.id, words: each.name }))];
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <>
      {plan.courts.length > 1 && <Chips options={options} chosen={court} onChoose={setCourt} />}
      {!items && <SkeletonRows count={6} />}
      {items?.length === 0 && <Notice icon="calendar" title="这里没有比赛" text="换一个场地看看" testId="empty" />}
      {items && <MatchLines matches={items} league={league} now={now} onPress={(match) => go.match(id, match)} />}
      {items && (items.length > 0 || refused) && <ListEnd list={list} />}
      {state === 'drawn' && (
        <Bar>
          <Button onPress={() => setChoosing(true)} testId="replan">
            重排后面的比赛
          </Button>
        </Bar>
      )}
      {choosing && <ReplanSheet now={now} onChoose={onReplan} onClose={() => setChoosing(false)} />}
    </>
  );
}

/** When everything is played: made once, seen by all, made anew from some time on. */
export function Schedule({ id }: { id: LeagueId }) {
  const { value, refused, asking, again } = useAnswer('league.managedLeague', { leagueId: id });
  const [after, setAfter] = useState<Instant>();
  if (!value) {
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={6} />;
  }
  if (value.state === 'draft' || value.state === 'open') {
    return <Notice icon="calendar" title="还没有抽签" text="知道谁对谁以后，才能排赛程" testId="not-drawn" />;
  }
  const first = value.state === 'drawn' && !value.scheduled;
  return (
    <View className="league-schedule" data-testid={first ? 'schedule-new' : 'schedule'}>
      {refused && <StaleLine />}
      {first || after !== undefined ? (
        <ProposalView league={value} after={after} onDone={() => setAfter(undefined)} />
      ) : (
        <Published league={value} onReplan={setAfter} />
      )}
    </View>
  );
}
