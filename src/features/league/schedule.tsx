import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { FixtureView, LeagueDetail, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { FixtureRow } from './fixture-row';
import './league.css';

/** What to show: everything by time, mine, what is played, or one court (by its id behind `court:`). */
type Choice = string;
const COURT = 'court:';

function choicesOf({ mine, follows, courts }: LeagueDetail): { value: Choice; words: string }[] {
  return [
    { value: 'all', words: '按时间' },
    ...(mine || follows.length > 0 ? [{ value: 'mine', words: follows.length > 0 ? '我的和关注' : '我的' }] : []),
    { value: 'results', words: '赛果' },
    ...courts.map(({ id, name }) => ({ value: `${COURT}${id}`, words: name })),
  ];
}

function questionOf(choice: Choice): { court?: string; mine?: boolean; results?: boolean } {
  if (choice === 'mine') return { mine: true };
  if (choice === 'results') return { results: true };
  return choice.startsWith(COURT) ? { court: choice.slice(COURT.length) } : {};
}

const NOTHING: Record<string, string> = {
  mine: '下一轮对手定了就会出现',
  results: '打完的比赛会放在这里',
};

type SchedulePage = ValueOf<OpOf<'league.schedule'>>;

/** 赛程: by time, mine, played, or a court; twenty at a time. */
export function Schedule({ league, now }: { league: LeagueDetail; now: Instant }) {
  const [choice, setChoice] = useState<Choice>('all');
  const version = useAnswers((state) => state.versions['league.schedule'] ?? 0);
  const question = { leagueId: league.id, ...questionOf(choice) };
  const list = usePages<FixtureView, SchedulePage, RefusedBy<'league.schedule'>>(choice, version, (cursor) =>
    call('league.schedule', cursor === undefined ? question : { ...question, cursor }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  return (
    <View data-testid="schedule">
      <Chips options={choicesOf(league)} chosen={choice} onChoose={setChoice} />
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={6} />)}
      {items?.length === 0 && (
        <Notice
          icon="calendar"
          title="这里还没有比赛"
          text={NOTHING[choice] ?? '赛程排好后会放在这里'}
          testId="empty"
        />
      )}
      {items?.map((fixture) => (
        <FixtureRow key={fixture.id} fixture={fixture} leagueId={league.id} league={league} now={now} />
      ))}
      {items && items.length > 0 && <ListEnd list={list} />}
    </View>
  );
}
